"""Words with a capital that stand where a name would, and are nobody: houses, towns, things, what begins sentences."""

_WORDS = """
abidjan abonné abonnée accor account accueil acer acheté adresse afrique agence agricole airbnb airbus ajaccio albi
aldi alençon alger algérie algérien algérienne aliexpress alinea allemagne allemand allemande allianz alsace alsacien
amazon ameli amiens amsterdam américain américaine android angers anglais anglaise angleterre angoulême annecy
annemasse antibes appel appelant appelante apple après aquitaine arcachon arles arnaque arras asos association
assurance assurances assurée asus atelier ateliers athènes attention aubagne auch auchan audi aurillac auvergnat
auvergne auxerre avantages avignon avis axa aîné aînée banque barcelone bas basque basse bastia bayonne bbox beaucoup
beauvais belfort belge belgique berlin besançon best biarritz bien bilan bitte bjr blablacar blois blu-ray bmw bnp
bobigny boeing bolt booking bordeaux bosch boucherie boulanger boulangerie boulogne bourg bourges bourgogne boursorama
boutique bouygues box brasserie bravo brest bretagne breton bretonne briançon bricomarché bricorama brive bruxelles
budapest burger but byzance béziers cabinet caen caf café caisse calais campanile camping canal cannes canon
carcassonne carrefour casablanca casino castorama castres catastrophe cd cdiscount cdlt cdt ce celio centre certains
cetelem cgv chambéry champagne charleville chartres chaumont chaussures cher cherbourg chinois cholet chronopost
châlons château châteauroux chère chérie cinéma citroën clermont client cliente clients clinique clio club cni cnil
coca cofidis colissimo collège colmar comité commande compagnie compiègne conclusion conforama conseil contactez
contacté copenhague cora coriolis corse coupez covea covid cpam crédit créteil crêperie cuisine cuisines dacia dakar
danke danone darty date dax dear deauville decathlon deezer deliveroo dell delonghi demandé dernier dernière dgccrf
dhl dieppe digne dijon disney docteur doctolib dolce dole domaine domaines douai doudou dpd dublin dunkerque dvd dyson
déception délai délais déçu déçue earl easyjet eat ebay edf ehpad electrolux emballage emploi enceinte enedis engie
envoyez epson escrocs espagne espagnol espagnole est euromaster europcar europe européen evian excel excellent
excellente expedia extra facebook fedex ferrero festival fiat flixbus fnac foix fondation fontainebleau ford
formidable fortuneo france franprix français française free freebox fromagerie fréjus gamm garage garnier gdf generali
genève geodis gls gmf google gps grand grande grasse grdf grenoble groupama groupe guadeloupe guingamp gusto guten
guyane guéret générale hallo halloween harmonie haute havre hendaye hertz heure honfleur honteux horrible hp hsbc ht
huawei husqvarna hyundai hôpital hôtel iban ibis ikea important impôts inconvénients incroyable inexistant information
ing inoui instagram institut intermarché internet intersport iphone italie italien italienne japonais jardiland jardin
jardinerie joindre just kapten karcher kfc kia kiabi klarna konto l'oréal lamentable lampe lannion lausanne laval
lavazza lcl leboncoin leclerc led lego lenovo lens lg libourne librairie lidl liebe lieu lille limoges linkedin linky
lisbonne literie livebox livraison livré londres lorient lorraine loréal lourdes luxembourg lycée lydia lyon lyonnais
maaf macif madame mademoiselle madrid magnifique maif mairie maison malakoff maman mango mans mantes marionnaud
marmande maroc marocain marocaine marrakech marseillais marseille martigues martinique mastercard matmut maubeuge
mayotte maître mcdo mcdonald meaux mein meine melun mende menton merci mercure merveilleux mesdames messieurs metz
meubles mgen michelin microsoft midas miele mille mms molotov monaco mondial monoprix monsieur montauban montbéliard
montluçon montpellier montréal montélimar morlaix motif moulinex mr.bricolage mulhouse musée mutuel mutuelle mâcon
mère médecin mérignac n26 nancy nantes naples narbonne nespresso nestlé netflix nevers new nice nickel nintendo niort
nissan nivea nocibé nokia nom norauto nord normand normande normandie notre-dame nouveau nouvelle novotel nrj
number numericable numero numéro nutella négatif négatifs nîmes objet occitan occitanie ok oney optique oran orange
orléans oslo ouest ouigo outlook papa paques parc paribas paris parisien parisienne patron pau paypal pdf peinture
perpignan personne personnel pessac petit petite peugeot pharmacie philips phone picard pickup pizza pizzeria plage
plaisir playmobil playstation plusieurs points poitiers pontoise populaire pornichet portable porto portugais portugal
positif positifs poste pouvez prague premier première prince princesse privas prix produit produits promod provence
provençal prénom pâques pâtisserie père père-noël pékin périgueux pôle qualité quelqu'un question quiberon quick
quimper québec rabat rakuten rappeler rapport ratp rechnung red redon redoute regards reims reine relais relay
remarque renault rennes restaurant reviens revolut reçu rib ricard roanne rochefort rodez roi rome roubaix rouen
rowenta royan rungis ryanair réponse résidence résultat réunion saint saint-valentin sainte saintes salon salut
samsung sandales sarcelles sarl saumur sav savoie seb secrétariat secu sedan senlis sens senseo sepa sephora serenity
service sfr shein siemens sixt sms snapchat sncf société sofinco soissons sony sosh souhaite speedy spotify starbucks
stihl stockholm strasbourg subway sud suez suisse suite sujet swisslife sète sécu sénégal sérieux séville tag tanger
tarbes tarte tassimo teams tefal telecom telegram temu tendre ter tesla tgv thionville thonon thé théâtre tiktok
titanic tnt tokyo top total totalénergies toujours toulon toulouse tourcoing tours toyota traite transavia transports
troyes truffaut trésor ttc tulle tunis tunisie tunisien tunisienne turin tv tva twingo twitch twitter télécom
téléphone uber ups urgent url urssaf usb valenciennes valentin-day vannes varsovie vaulx vendée vendôme venise vente
veolia verdict vernon versailles vesoul vichy vierzon vieux villa villeurbanne vinted visa visite vitré vivement
voiron voleurs volkswagen volotea volvic voyages vueling whatsapp whirlpool wifi word xbox xiaomi york youtube
yves-rocher zalando zara zoom zurich âgé âgée école écoutez épargne épinal équipe évitez évreux évry
"""

NOBODY = frozenset(_WORDS.split())
FEASTS = frozenset({"noël"})
"""Names of persons as well, which only a list and what follows tell apart."""
