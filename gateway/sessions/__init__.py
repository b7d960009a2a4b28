"""Sign-in of people: sessions in a cookie, which no script can read."""
