"""First names heard in France: ours by where they come from, and Insee's; those that are also words stand apart."""

import unicodedata
from pathlib import Path

_FRENCH = """
Adeline Adrien Adrienne Adèle Agathe Agnès Alain Alban Albane Albert Alexandra Alexandre Alexia Alexis Alice Alicia
Aline Alix Alphonse Amandine Amaury Amélie Anatole Anaïs André Andrée Anne Annick Annie Antoine Antoinette Antonin
Apolline Ariane Cath Cathou Dédé Flo Gégé Greg Jeff Jojo Ludo Lulu Manu Momo Nico Nono Seb Stef Steph Titi Zaza
Ariane Armand Armelle Arnaud Arthur Astrid Aubin Aude Audrey Auguste Augustin Aurélie Aurélien Axel Axelle
Baptiste Barbara Barnabé Bastien Benjamin Benoît Bernadette Bernard Bertrand Blandine Boris Brice Brigitte Bruno
Béatrice Bénédicte Bérangère Bérénice Camille Carine Carole Caroline Catherine Chantal Charles Charlie
Charline Charlotte Charlène Chloé Christelle Christian Christiane Christine Christophe Clara Clarisse Claude Claudette
Claudine Clotilde Clémence Clémentine Cléo Colette Coline Corentin Corinne Cyprien Cyril Cyrille Cécile Cédric Céline
Damien Daniel Danielle Danièle David Davy Deborah Delphine Denis Denise Diane Didier Dimitri Dominique Dorian Dorothée
Edgar Edmond Ella Elsa Emma Emmanuel Emmanuelle Enzo Erika Ernest Esteban Estelle Esther Eugène Eugénie Fabien
Fabienne Fabrice Fanny Ferdinand Fernand Fernande Flavie Flavien Florent Florian Floriane France-Lise Francine Francis
Franck François Françoise Frédéric Frédérique Félicie Félix Gabin Gabriel Gabrielle Gaspard Gaston Gauthier Gaël
Gaëlle Gaëtan Geneviève Geoffrey Geoffroy Georges Georgette Germaine Ghislain Ghislaine Gilbert Gilberte Gilles
Ginette Gisèle Grégoire Grégory Guillaume Gustave Guy Gwendoline Gérald Géraldine Gérard Hector Henri Henriette Hervé
Honorine Hubert Hugo Hugues Huguette Hélène Inès Irène Isabelle Isaure Ivan Jacky Jacqueline Jacques Janine Jean
Jeanne Jeannine Jennifer Jessica Joachim Joan Jocelyn Jocelyne Johan Johanna Johnny Jonathan Jordan Joris Joseph
Josette Joshua Josiane José Joséphine Joël Joëlle Jules Julia Julie Julien Julienne Juliette Justin Justine Jérémie
Jérémy Jérôme Karine Katia Kevin Killian Kévin Laetitia Lambert Lara Laura Laure Laurence Laurent Laurie Laurène Lena
Lila Lilian Liliane Lina Line Lionel Lisa Lise Loan Loane Lola Lorenzo Lou Louane Louis Louise Loup Loïc Loïs Luc
Lucas Luce Lucette Lucie Lucien Lucienne Lucile Ludivine Ludovic Lydia Lydie Léa Léana Léo Léon Léonard Léonie Léopold
Madeleine Magali Magalie Manon Manuel Manuella Marc Marceau Marcel Marcelle Margaux Margot Marianne Marie Mariette
Marilyne Marine-Anne Marion Marius Marlène Martin Martine Maryline Maryse Maryvonne Mathias Mathieu Mathilde Mathis
Mathéo Matthias Matthieu Maud Maurice Mauricette Max Maxence Maxime Maël Maëlle Maëlys Maëva Michaël Michel Micheline
Michèle Mickaël Mila Milan Milo Mireille Monique Morgan Morgane Muriel Mylène Myriam Mégane Mélanie Mélina Mélissa
Nadine Nadège Naomi Natacha Nathalie Nathan Nathanaël Naël Nelly Nicolas Nicole Nina Ninon Noa Noah Nolan Norbert Noé
Noémie Noëlle Odette Odile Odilon Olga Olive Olivia Ophélie Oscar Pascal Pascale Patrice Patricia Patrick Paul Paula
Paule Paulette Pauline Philibert Philippe Philippine Priscilla Quentin Rachel Raoul Raphaël Raphaëlle Raymond Raymonde
Renaud René Renée Richard Robert Robin Roger Roland Rolande Rolland Romain Romane Romaric Romuald Roméo Ronald Rosalie
Roseline Roxane Rudy Rébecca Régine Régis Rémi Rémy Sabine Sabrina Sacha Salomé Samantha Samson Samuel Sandra Sandrine
Sarah Serge Sidonie Simon Simone Solange Soline Solène Sonia Sophie Stanislas Steeve Stella Steve Stéphane Stéphanie
Suzanne Suzette Swann Sylvain Sylvaine Sylvestre Sylvette Sylviane Sylvie Sébastien Séverin Séverine Tania Tatiana
Tess Thaïs Thibaud Thibault Thibaut Thierry Thomas Théa Théo Théodore Théophile Thérèse Tiffany Timothée Timéo
Tiphaine Titouan Tom Tony Tristan Ulysse Urbain Valentin Valentine Valérie Valéry Vanessa Vianney Victor Victoria
Victorine Vincent Virginie Viviane Vivien Vladimir Véronique Wilfried William Xavier Xavière Yoann Yohan Yolande Yves
Yvette Yvon Yvonne Zacharie Zoé Zélie Ève Édith Édouard Éliane Élie Éliette Élina Éliott Élisa Élisabeth Élise Élodie
Éloïse Éléonore Émeline Émile Émilie Émilien Éric Étienne Éva Évelyne
"""
_REGIONS = """
Aenor Ainhoa Alan Amaia Andoni Andria Ange-Toussaint Annaïg Anne-Gaëlle Antone Armel Aziliz Aël Battì Beñat Brendan
Brieuc Carlu Dumè Elouan Eneko Enora Erwan Ewan Ewen Fañch Ghjulia Ghjuvan Gildas Goulven Gurvan Guénolé Gwenaël
Gwenaëlle Gwenn Gwladys Gwénola Hervélina Iban Iker Itziar Jakez Judicaël Kaourintine Katell Konan Lena Lisandru
Lénaïg Mael Maialen Maite Malo Maodez Matteo Maïwenn Mikel Morvan Nolwenn Nominoë Oihana Pasquale Peio Petru Riwal
Riwan Ronan Rozenn Saveriu Soizic Solenn Tangi Tanguy Tifenn Toussainte Tudual Tugdual Vannina Xabi Xabier Xavieru
Yann Yannick Yannig Yaël Youenn
"""
_MAGHREB = """
Abdallah Abdelhamid Abdelkader Abdelkarim Abdellah Abderrahmane Abdou Adel Adil Ahmed Ali Amel Amin Amina Amine Amir
Amira Anas Ania Anis Anissa Assia Aya Ayoub Aziz Aziza Aïcha Aïssa Bachir Badr Bilal Boualem Brahim Chafik Chakib
Chaïma Dalila Djamel Djamila Dounia Driss Fadila Farah Fares Farid Farida Fatiha Fatima Fatma Faycal Fayçal Fethi
Fouad Ghizlane Habib Hafid Hafida Hakim Halima Hamid Hamza Hanae Hanane Hassan Hassiba Hayat Hicham Hichem Hind Hocine
Houda Hussein Ibrahim Idriss Ikram Ilham Ilias Ilyas Ilyes Imane Imène Ines Ismail Ismaël Issam Jalil Jamel Jamila
Kader Kamel Kamil Kamila Karim Karima Kaïs Kenza Khadija Khadra Khaled Lamia Latifa Leïla Lila Loubna Lounès Lyes
Malek Malik Malika Mehdi Meriem Meryem Messaoud Mohamed Mohammed Mohand Mokhtar Moncef Mouloud Mouna Mounia Mounir
Mourad Moussa Mustapha Nabil Nabila Nacer Nadia Nadir Najat Najib Nasser Nassim Nawel Nazim Naïma Nora Nordine Noura
Noureddine Omar Omer Othmane Ouarda Rabah Rabia Rachid Rachida Radia Rafik Rahma Raja Ramzi Rania Rayan Reda Redouane
Ryad Saad Salah Saliha Salim Salima Salma Sami Samia Samir Samira Samy Saïd Saïda Selma Siham Slimane Sofia Sofian
Sofiane Soraya Souad Soufiane Soukaina Taha Tahar Tarek Tarik Tassadit Wafa Walid Wassila Wassim Wissam Yacine Yanis
Yasmina Yasmine Yassin Yassine Youcef Younes Yousra Youssef Zahia Zahra Zakaria Zineb Zohra Zoubida Zoulikha
"""
_AFRICA = """
Abdoulaye Aboubacar Adama Adjoua Affoué Akissi Alassane Alioune Alpha Amadou Amara Aminata Aminatou Andry Arame Assane
Assetou Astou Awa Ayité Aïda Aïssata Aïssatou Baba Babacar Bakary Bamba Binta Bintou Boubacar Cheick Cheikh Chidi
Coumba Daouda Demba Desta Diarra Diarry Djibril Djénéba Dramane Emeka Faly Fanja Fanta Fara Fatim Fatou Fatoumata Feno
Fenohasina Fidy Fily Gora Haingo Haja Hamidou Hanitra Hasina Hawa Hery Holy Ibrahima Idrissa Ifeoma Issa Issouf Kadi
Kadiatou Kadidia Kanto Kemi Khady Kidane Koffi Kofi Kouadio Kouamé Kwame Lalaina Lalao Lamine Lanto Lassana Mady
Mahefa Makan Malala Mamadou Mamy Manitra Mariam Mariama Massamba Maïmouna Mialy Miora Mirana Moctar Modou Moustapha
Nafissatou Nantenaina Narindra Ndriana Ndèye Ngozi Nirina Njaka Noro Oluwaseun Onja Oumar Oumou Ousmane Ousseynou Pape
Rado Ravaka Rija Rindra Rokhaya Rokia Saliou Samba Sariaka Sekou Selam Seydou Sidi Sira Sitraka Sokhna Solofo
Souleymane Sékou Tahina Tantely Tiana Tidiane Tojo Toky Tsiory Voahangy Voahirana Vola Volatiana Yacouba Yaya Youssouf
Zeinab Zo
"""
_ELSEWHERE = """
Aaron Abigail Agnieszka Ahmet Akira Alan Alberto Alejandro Aleksander Alessandro Alfonso Amy Ana Anand Andrea Andrew
Andrzej Anh Anthony Antonio Aram Arjun Armen Ashley Ayse Bao Beatriz Bogdan Brandon Brenda Brian Bruna Bryan Cameron
Carla Carlos Carmen Catarina Chau Chen Chiara Cindy Connor Cristina Daniela Dariusz Davit Deepak Diego Diogo Divya
Dragan Duarte Duc Dung Dylan Edward Elena Elif Elizabeth Emily Emine Emre Ethan Evan Ewa Fabio Fatih Federico Felipe
Fernando Francesca Francesco Francisco Gary George Giorgio Giovanni Giulia Gonçalo Goran Hai Hang Hanh Harry Hasan
Heather Henry Hien Hina Hiroshi Hoa Hoai Hong Huong Huy Huyen Indira Inês Iryna Isabel Jack Jakub James Jan Jason
Javier Jeffrey Jerzy Jimmy Jin Joana John Jorge Josué Joyce João Juan Karen Katarzyna Kavita Keiko Kelly Kenneth Ketty
Khanh Khoa Kiet Kim Kimberly Krishna Krzysztof Ky Kylian Lakshmi Lan Larry Leonor Li Liam Linda Linh Logan Long Lorena
Lourenço Lucia Ludmila Ludmilla Luis Luisa Lusine Maeva Magdalena Mai Malgorzata Manuela Marco Margaret Margarida
Maria Mario Marisol Marlyse Marta Marvin Mary Matthew Maverick Megan Mehmet Mei Melissa Michael Michelle Miguel Mihai
Mike Milena Ming Minh Moana Mouss Murat Mustafa My Mykola Nam Nancy Narek Natalia Ngan Ngoc Nhung Nikola Nuno Oksana
Olena Owen Ozan Pamela Paolo Paulo Pedro Peter Philip Phong Phuc Phuong Pilar Ping Piotr Priya Quan Quang Quynh Radu
Rafael Rajesh Ravi Ricardo Rita Roberto Rosa-Maria Rosita Rui Ryan Sanjay Scott Selin Sergio Sergiu Sharon Shirley
Silvia Siobhán Slobodan Son Stephen Steven Sunita Susan Svetlana Tam Teddy Teiki Teresa Teva Thanh Thao Thu Thuy Tiago
Tien Tomasz Tracy Trang Trinh Trung Tuan Tuyet Tyler Vaimiti Van Vasco Vasile Viet Vijay Walter Wei Wendy Wilfrid
Wojciech Xiao Xuan Yan Yen Yuki Yumi Yusuf Zachary Zeynep Zofia
"""
_ALSO_WORDS = """
Capucine Jo Abel Adama Aimé Aimée Alan Alma Alpha Amande Ambre Amour Amélie Andorra Ange Angèle Angélique Anis Aurore
Austin Avril Baba Bamba Baptistine Beau Bel Benjamine Bienvenue Blanche Blanchet Brest Brooklyn Bruna Candide Carmen
Cerise Chance Charlotte Chau Chelsea Cheyenne Claire Clara Clément Colombe Constance Constant Cristal Céleste Dallas
Dany Diego Dieudonné Dior Duc Dune Dung Désiré Désirée Espérance Eve Fanta Fara Feno Fidèle Fily Fiona Fleur Flora
Flore Florence Fortuné Franc France Félicité Gala Gaston Gentil Georgia Germain Gloria Gora Grâce Guy Hai Hang Hanh
Hermine Hoa Holy Hong Honorine Honoré Hortense Innocent Iris Issa Jade Jan Jean Jin Joie Jordan Joyce Juste Kader
Kanto Kenya Ky Lan Lanto Laure Laval Li Lilas Lina Line Long Lorraine Lou Loup Lourdes Luce Lune Madeleine Mady Mai
Malala Malo Mamy Marguerite Marin Marine Mars Martial Martin Max Maxime Mei Mercédès Mila Milan Mina Ming Modeste My
Myrtille Mélodie Nam Nancy Nice Nil Noro Noé Noël Océan Océane Olive Olivier Olympe Onja Pape Parfait Paris Pascale
Perle Philomène Pie Pierre Ping Plaisance Prospère Prudence Prune Pétronille Quan Quang Rado Ravi Reine Rija Rita
Romain Romaine Romane Rosa Rose Rosemonde Sage Sam Sereine Serena Siena Sofia Son Sophora Stella Sue Séraphin Tam
Tanguy Temps Tendresse Thao Thu Tien Toky Tonton Toussaint Trinité Ulysse Urbain Valence Valentine Van Victoire
Victoria Vienna Viet Vigne Violette Vola Véra Wei Yen Zo Églantine
"""


def _set(*texts: str) -> frozenset[str]:
    return frozenset(name.lower() for text in texts for name in text.split())


def _listed(file: str) -> frozenset[str]:
    """A list of Insee's, of `../words`: small letters without accents."""
    return frozenset((Path(__file__).parents[1] / "words" / file).read_text(encoding="ascii").split())


def folded(word: str) -> str:
    """In small letters without accents."""
    low = word.lower()
    return (
        low if low.isascii() else "".join(s for s in unicodedata.normalize("NFKD", low) if not unicodedata.combining(s))
    )


_OURS_ALSO_WORDS = _set(_ALSO_WORDS)
AMBIGUOUS = _OURS_ALSO_WORDS | (
    _listed("first_names_also_words.txt") - _set(_FRENCH, _REGIONS, _MAGHREB, _AFRICA, _ELSEWHERE)
)
"""Believed only where the words around say that somebody is meant."""
FIRST_NAMES = _set(_FRENCH, _REGIONS, _MAGHREB, _AFRICA, _ELSEWHERE) - _OURS_ALSO_WORDS
"""Believed wherever they begin with a capital and name no street, town or house."""
USUAL = _listed("first_names_usual.txt")
"""Given to a thousand children or more, and no word of French or English: believed in small letters too."""
RARE = _listed("first_names_rare.txt")
SURNAMES = _listed("surnames.txt")
"""Borne by four hundred people or more, and no word of French or English, nor a town."""


def is_first_name(word: str) -> bool:
    """Whether a word, in small letters, is a first name and nothing else."""
    if word in AMBIGUOUS:
        return False
    bare = folded(word)
    return word in FIRST_NAMES or bare in USUAL or bare in RARE


def may_be_first_name(word: str) -> bool:
    """Whether a word, in small letters, is a first name as well as something else."""
    return word in AMBIGUOUS or folded(word) in AMBIGUOUS
