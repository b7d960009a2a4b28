"""Words that are written with a capital and are nobody: what begins sentences, and words of the trade."""

_WORDS = """
a adhérent adhérente adresse agence ah allo allô an and android août appelez appli application après are ascension
assuré assurée attention au aucun aucune aujourd aux avant avec avenue avril ayant belle bic bien big bon bonjour
bonne bonne-journée bonsoir boulevard boutique bravo bref bricolage but bénéficiaire bénéficiaires c car carte ce ces
cet cette chemin chez client cliente clients clientèle code colis collègue combien commande comme comment compte
conseiller conseillère contrat contre copie cordialement d dame dans date de dear demain demandez depuis des dimanche
direction docteur dommage donc dont dossier dr du décembre déjà eh elle elles email encore enfin ensuite entre envoyé
et etc euro euros facture fait figaro fixe for fwd février good génial hello her hi hier his homme honte ht hâte i
iban ici il ils impasse impossible inadmissible incroyable internet ios is it j jamais janvier je jeudi jeune journée
juillet juin l la le les leur leurs livraison lundi là m ma madame mademoiselle magasin mai mail mais mal mardi mars
martens mauvais mauvaise maître merci mercredi mes meuble meubles mlle mme mobile moins mon monsieur mr my n nb ni no
non nos not note notre nous novembre nul nulle numéro né née objet octobre oetker oh ok on or ou oui our où par
parfait pas pendant pentecôte personne place please plus pour pourquoi propre ps puis pâques qu quai quand que qui
quoi rappelez rdv re reçu rib ricaud rien route rue référence s sa salut samedi sans sav scandaleux selon septembre
service ses si sir site soirée sommes son sous store suis suite super sur t ta technicien technicienne tel tes thank
thanks that the they this ticket titulaire ton toujours tous tout toute toutes trop très ttc tu tva tél un une urgent
directeur directrice directeurs responsable responsables président présidente maire chef cheffe gérant gérante prenom
prenoms noms ne vendredi vers very voici voilà voir vos votre vous was we were wifi windows with yes you your équipe
était êtes êtes-vous
"""

COMMON_WORDS = frozenset(word for line in _WORDS.splitlines() for word in line.split())
