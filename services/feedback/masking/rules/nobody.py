"""Words with a capital that stand where a name would, and are nobody: houses, towns, things, what begins sentences."""

_WORDS = """
renault peugeot citroën dacia toyota ford fiat volkswagen audi bmw tesla nissan hyundai kia twingo clio
numero numéro secu sécu toujours traite ricard mein meine konto rechnung hallo bitte danke guten tag liebe account
phone number best regards dvd cd blu-ray voyages jardinerie portable médecin appel secrétariat souhaite pouvez merci
tarte lampe mans havre abonné abonnée acheté adresse afrique agence airbnb algérie allemagne amazon android angers
angleterre appelant appelante apple association assurance assurances assurée atelier ateliers auchan banque bas basse
beaucoup belgique bien bjr booking bordeaux boucherie boulangerie boutique bouygues box brasserie brest bretagne
cabinet caen caisse camping carrefour cdlt cdt ce centre certains cgv chaussures cher chronopost château chère cinéma
client cliente clients clinique club cni cnil colissimo collège comité compagnie contactez contacté corse coupez covid
crêperie cuisine cuisines darty date dear decathlon demandé dernier dernière dgccrf dijon docteur domaine domaines dpd
edf ehpad enceinte enedis engie envoyez espagne est europe excel facebook fedex festival fnac fondation france free
fromagerie garage google gps grand grande groupe harmonie haute heure ht hôpital hôtel iban ikea instagram institut
internet iphone italie jardin joindre leclerc led librairie lidl lieu lille linky literie livré lorient lycée lyon
madame mademoiselle mairie maison maroc marseille mastercard maître mesdames messieurs metz meubles mms mondial
monsieur montpellier motif musée mutuelle mère nancy nantes netflix nice nom nord normandie notre-dame nouveau
nouvelle noël objet ok optique orange ouest outlook paques parc paris paypal pdf peinture personne petit petite
pharmacie pizza pizzeria plage plusieurs portugal premier première prénom pâques pâtisserie père père-noël qualité
quelqu'un quimper rappeler ratp rennes restaurant reçu rib rouen résidence saint sainte salon salut samsung sandales
sarl sav sepa service sfr sms sncf société strasbourg sud suisse suite sujet sénégal sérieux théâtre tiktok toulouse
tours transports ttc tunisie tv tva twitter téléphone uber ups url usb vieux villa vinted visa visite vivement
whatsapp wifi word zara école écoutez évitez
"""

NOBODY = frozenset(_WORDS.split())
