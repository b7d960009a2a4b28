"""Surveys that we host: what is asked, who is invited, the page that people answer on, how many do."""
