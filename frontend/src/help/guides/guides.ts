/** A guide for each role: what its screens answer, in the order of a first visit. */
import type { Text } from '../../ui/text'

export interface Guide {
  id: string
  title: Text
  purpose: Text
  steps: readonly Text[]
}

export const GUIDES: readonly Guide[] = [
  {
    id: 'donneur-d-ordre',
    title: { fr: 'Responsable chez le donneur d’ordre', en: 'Manager at the client company' },
    purpose: { fr: 'Savoir si ce qui a été promis est tenu, et pourquoi.', en: 'Know whether what was promised is met, and why.' },
    steps: [
      {
        fr: 'Contrats : un contrat par ligne. S’il n’y en a qu’un, Pilotage s’ouvre d’un clic.',
        en: 'Contracts: one contract a line. When there is only one, Steering is one click away.',
      },
      {
        fr: 'Pilotage : la phrase du haut dit le mois ; les engagements manqués viennent d’abord, puis la réglette montre la distance de chacun à sa cible.',
        en: 'Steering: the sentence on top tells the month; missed commitments come first, then the ruler shows how far each is from its target.',
      },
      {
        fr: 'Un indicateur : la courbe, puis « Pourquoi ce chiffre », puis les tickets comptés ou non, jusqu’aux évènements de chacun. Le prestataire lit exactement la même page.',
        en: 'An indicator: the curve, then “Why this figure”, then the tickets counted or not, down to the events of each. The provider reads exactly the same page.',
      },
      {
        fr: 'Annoter la courbe : une remarque datée, lue par les deux parties.',
        en: 'Annotate the curve: a dated remark, read by both parties.',
      },
      {
        fr: 'Contrat, puis Avenants : proposer d’autres termes à partir d’une date. L’avant et l’après se lisent côte à côte ; l’autre partie accepte, ou refuse en disant pourquoi. Un brouillon, lui, se corrige à sa première étape.',
        en: 'Contract, then Amendments: propose other terms from a date on. Before and after are read side by side; the other party accepts, or refuses and says why. A draft is corrected at its first step.',
      },
    ],
  },
  {
    id: 'prestataire',
    title: { fr: 'Responsable chez le prestataire', en: 'Manager at the provider' },
    purpose: { fr: 'Voir les écarts avant le comité, et montrer d’où ils viennent.', en: 'See the differences before the committee, and show where they come from.' },
    steps: [
      {
        fr: 'Sources d’abord : une source en retard explique souvent un chiffre étrange. Chaque livraison y a son sort et sa raison.',
        en: 'Sources first: a late source often explains a strange figure. Each delivery has its fate and its reason there.',
      },
      {
        fr: 'Pilotage, mois en cours : les chiffres sont provisoires et changent à mesure que les tickets arrivent.',
        en: 'Steering, current month: figures are provisional and change as tickets arrive.',
      },
      {
        fr: 'Un indicateur : le filtre « Hors numérateur » montre les tickets qui coûtent l’engagement.',
        en: 'An indicator: the filter “Not in the numerator” shows the tickets that cost the commitment.',
      },
      {
        fr: 'Annoter la courbe pour donner la cause, avant qu’on la demande.',
        en: 'Annotate the curve to give the cause before it is asked for.',
      },
      {
        fr: 'Avenants : accepter, refuser avec un commentaire, ou en proposer un. Répondre aux quatre questions d’un engagement : sans quatre oui, il ne s’accepte pas.',
        en: 'Amendments: accept, refuse with a comment, or propose one. Answer the four questions of a commitment: without four times yes it is not accepted.',
      },
    ],
  },
  {
    id: 'chef-d-equipe',
    title: { fr: 'Chef d’équipe', en: 'Team lead' },
    purpose: { fr: 'Repérer chaque jour ce qui fait l’écart.', en: 'Find each day what makes the difference.' },
    steps: [
      {
        fr: 'Indicateurs : le mois choisi, tous les indicateurs, le plus loin de sa cible d’abord.',
        en: 'Indicators: the chosen month, all indicators, the farthest from its target first.',
      },
      {
        fr: 'Un indicateur, courbe « Par jour » : le jour qui s’écarte, puis ses tickets.',
        en: 'An indicator, curve “By day”: the day that stands out, then its tickets.',
      },
      {
        fr: 'Aucun écran ne classe des personnes : les conseillers n’apparaissent que sous pseudonyme, et les chiffres sont des totaux.',
        en: 'No screen ranks people: agents appear under pseudonyms only, and figures are totals.',
      },
    ],
  },
  {
    id: 'administrateur',
    title: { fr: 'Administrateur d’une organisation', en: 'Administrator of an organisation' },
    purpose: { fr: 'Donner à chacun l’accès qu’il lui faut, et le retirer.', en: 'Give everybody the access they need, and take it back.' },
    steps: [
      {
        fr: 'Clés : une par outil de lecture, révocable à tout moment ; le secret n’est montré qu’une fois.',
        en: 'Keys: one for each reading tool, to be revoked at any time; the secret is shown once only.',
      },
      {
        fr: 'Personnes : inviter par un lien qui n’ouvre qu’une fois, choisir les fonctions, et au besoin d’autres fonctions dans un contrat, pour un temps.',
        en: 'People: invite by a link that opens once, choose functions, and where needed other functions in one contract, for a time.',
      },
      {
        fr: 'Mot de passe perdu, sans courrier réglé : tirer un nouveau lien à la page Personnes et le transmettre.',
        en: 'A lost password, with no mail set up: draw a new link on the page People and hand it over.',
      },
      {
        fr: 'Un signataire accepte avec une double authentification, qu’il active sous Mon compte. Téléphone et codes de secours perdus : la réinitialiser à la page Personnes ; le journal des accès garde qui l’a fait.',
        en: 'A signatory accepts with two-step verification, set up under My account. Phone and recovery codes lost: reset it on the page People; the access journal keeps who did so.',
      },
      {
        fr: 'Connexion par le compte de l’entreprise : à la page Personnes, « Connexion et journal des accès », inscrire le fournisseur d’identité (OpenID Connect) puis l’essayer. Seules les personnes déjà invitées entrent.',
        en: 'Sign-in by the company account: on the page People, “Sign-in and access journal”, record the identity service (OpenID Connect), then try it out. Only people invited before come in.',
      },
      {
        fr: 'Un départ se désactive, il ne s’efface pas : ses actes passés restent lisibles.',
        en: 'A person who leaves is deactivated, not erased: what they did stays readable.',
      },
    ],
  },
  {
    id: 'outil-de-tickets',
    title: { fr: 'Administrateur de l’outil de tickets', en: 'Administrator of the ticketing tool' },
    purpose: { fr: 'Raccorder l’outil, et vérifier que tout arrive.', en: 'Connect the tool, and check that everything arrives.' },
    steps: [
      {
        fr: 'Il vous faut l’adresse de la source et son secret : un responsable de l’une des parties les donne.',
        en: 'You need the address of the source and its secret: a manager of either party gives them.',
      },
      {
        fr: 'Dans l’outil : un webhook vers cette adresse, signé avec ce secret, pour la création, les messages, les changements d’état et les enquêtes.',
        en: 'In the tool: a webhook to that address, signed with that secret, for creation, messages, changes of status and surveys.',
      },
      {
        fr: 'Envoyer un ticket d’essai, puis lire son sort à la page Sources : acceptée, signature refusée, trop ancienne (horloge), illisible (champ manquant).',
        en: 'Send a test ticket, then read its fate on the Sources page: accepted, signature refused, too old (clock), unreadable (missing field).',
      },
      {
        fr: 'Copil répond 2xx une fois la livraison enregistrée. Sur 503, l’outil doit renvoyer : une répétition ne compte jamais deux fois.',
        en: 'Copil answers 2xx once the delivery is stored. On 503 the tool must send again: a repetition never counts twice.',
      },
    ],
  },
  {
    id: 'bi',
    title: { fr: 'Analyse (BI)', en: 'Analysis (BI)' },
    purpose: { fr: 'Lire les mêmes chiffres dans un autre outil.', en: 'Read the same figures in another tool.' },
    steps: [
      {
        fr: 'Une clé de la page Clés, puis l’une des adresses de « Lire les chiffres dans un autre outil ».',
        en: 'A key from the Keys page, then one of the addresses of “Reading the figures in another tool”.',
      },
      {
        fr: 'Additionner numérateurs et dénominateurs, jamais des taux : la moyenne de deux mois n’est pas la moyenne de leurs taux.',
        en: 'Add up numerators and denominators, never rates: the mean of two months is not the mean of their rates.',
      },
      {
        fr: 'Une valeur vide n’est pas zéro : il n’y avait rien à mesurer.',
        en: 'An empty value is not zero: there was nothing to measure.',
      },
    ],
  },
  {
    id: 'droits-des-personnes',
    title: { fr: 'Répondre à un client final qui exerce ses droits', en: 'Answer an end customer who exercises their rights' },
    purpose: { fr: 'Donner accès ou effacer dans le mois, sans toucher aux chiffres.', en: 'Give access or erase within the month, without touching the figures.' },
    steps: [
      {
        fr: 'Verbatims, puis « Droits des personnes » : inscrire la demande le jour où elle arrive, chez l’une ou l’autre partie. Le délai d’un mois court dès sa réception.',
        en: 'Verbatims, then “Rights of persons”: record the request on the day it arrives, at either party. The month runs from its reception.',
      },
      {
        fr: 'Dire comment la personne est retrouvée : adresse e-mail, numéro du demandeur dans l’outil de tickets, ticket, réponse. Donner toutes les références connues : ce qu’aucune ne désigne n’est pas trouvé.',
        en: 'Say how the person is found: e-mail address, number of the requester in the ticketing tool, ticket, answer. Give every reference known: what none of them points to is not found.',
      },
      {
        fr: 'Vérifier l’identité de la personne hors de Copil, puis « Chercher ce que Copil garde ».',
        en: 'Check the identity of the person outside Copil, then “Look for what Copil holds”.',
      },
      {
        fr: 'Accès : exporter, transmettre à la personne seule, supprimer le fichier, puis clore.',
        en: 'Access: export, give it to the person alone, delete the file, then close.',
      },
      {
        fr: 'Effacement : ordonner, attendre « Effacement exécuté », répondre à la personne, puis clore. Penser aussi à l’outil de tickets : Copil n’efface que chez lui.',
        en: 'Erasure: order it, wait for “Erasure carried out”, answer the person, then close. Think of the ticketing tool too: Copil erases only what it holds.',
      },
    ],
  },
]
