import { READ_AGAIN, type Said } from './said'

/** What a contract does not allow in its present state. */
export const CONTRACTS: Readonly<Record<string, Said>> = {
  other_parties: {
    title: 'Pas les deux mêmes parties',
    meaning: 'Une source n’alimente que des contrats des deux mêmes parties, du même côté.',
    remedy: { fr: 'Relier l’outil à ce contrat par une connexion à lui.', en: 'Connect the tool to that contract by a connection of its own.' },
  },
  version_not_proposed: {
    title: 'Impossible dans l’état présent',
    meaning: 'La version nommée est celle d’un brouillon : un brouillon s’accepte en entier.',
    remedy: { fr: 'Accepter le contrat, sans nommer de version.', en: 'Accept the contract, without naming a version.' },
  },
  draft_in_use: {
    title: 'Quelque chose dépend de ce brouillon',
    meaning: 'Une acceptation, une version écrite, un outil relié, une note ou une réponse en dépend (held_by) : ses parties restent, il ne s’abandonne pas.',
    remedy: { fr: 'Préparer un autre brouillon avec la bonne partie.', en: 'Prepare another draft with the right party.' },
  },
  contract_not_active: {
    title: 'Le contrat est un brouillon',
    meaning: 'Ses parties peuvent encore changer : elles laisseraient à un inconnu ce qu’elles ont écrit.',
    remedy: { fr: 'Accepter le contrat des deux côtés, puis recommencer.', en: 'Accept the contract on both sides, then start over.' },
  },
  criteria_not_agreed: {
    title: 'Aucun critère n’est convenu',
    meaning: 'Les parties n’ont pas encore convenu des critères de l’évaluation mutuelle : l’une les propose, l’autre les accepte.',
    remedy: { fr: 'Proposer des critères, ou accepter ceux de l’autre partie.', en: 'Propose criteria, or agree to those of the other party.' },
  },
  evaluation_closed: {
    title: 'Ce trimestre n’est pas ouvert',
    meaning: 'Son temps n’est pas venu ou est passé, ou les deux parties ont déjà donné leur évaluation.',
    remedy: READ_AGAIN,
  },
  outgoing_address_refused: {
    title: 'Rien n’est envoyé à cette adresse',
    meaning: 'L’adresse d’un outil n’est pas en https sur le port 443, ou ne désigne pas un hôte public par son nom.',
    remedy: { fr: 'Donner l’adresse publique de l’outil, en https, par son nom et sans identifiant.', en: 'Give the tool’s public address, in https, by its name and without credentials.' },
  },
  outgoing_hook_removed: {
    title: 'L’outil a été retiré',
    meaning: 'Cet outil du prestataire a été retiré : plus rien ne lui est envoyé.',
    remedy: { fr: 'Ajouter l’outil à nouveau.', en: 'Add the tool again.' },
  },
  outgoing_hooks_full: {
    title: 'Aucun autre outil ne peut être prévenu',
    meaning: 'La prestation a déjà autant d’outils qu’elle peut en avoir.',
    remedy: { fr: 'Retirer d’abord un outil.', en: 'Remove a tool first.' },
  },
  draft_abandoned: {
    title: 'Brouillon abandonné',
    meaning: 'Le brouillon a été abandonné : rien ne s’y inscrit plus.',
    remedy: { fr: 'Préparer un autre brouillon.', en: 'Prepare another draft.' },
  },
  not_a_draft: {
    title: 'Ce n’est plus un brouillon',
    meaning: 'Le contrat est accepté : seuls ses termes changent, par avenant des deux parties.',
    remedy: { fr: 'Proposer un avenant.', en: 'Propose an amendment.' },
  },
  precondition_required: {
    title: 'If-Match nécessaire',
    meaning: 'Ce changement doit dire par If-Match ce qui a été lu, pour que personne n’écrase ce qu’il n’a pas vu.',
    remedy: { fr: 'Relire la chose, puis envoyer son ETag comme If-Match.', en: 'Read the thing again, then send its ETag as If-Match.' },
  },
  amendment_settled: {
    title: 'L’avenant n’attend plus',
    meaning: 'L’avenant est déjà en vigueur, refusé ou retiré.',
    remedy: { fr: 'Relire la page Avenants ; au besoin, en proposer un autre.', en: 'Read the Amendments page again; if need be, propose another one.' },
  },
  questions_open: {
    title: 'Les quatre questions attendent',
    meaning: 'Un engagement (« commitments ») n’a pas encore quatre oui aux quatre questions : il ne s’accepte pas.',
    remedy: { fr: 'Répondre aux quatre questions de l’engagement.', en: 'Answer the four questions of the commitment.' },
  },
  contract_accepted: {
    title: 'Le contrat est accepté',
    meaning: 'Le contrat est accepté : seules ses parties le changent, par avenant.',
    remedy: { fr: 'Proposer un avenant.', en: 'Propose an amendment.' },
  },
  precondition_failed: {
    title: 'Changé depuis la lecture',
    meaning: 'Quelqu’un l’a changé depuis que vous l’avez lu.',
    remedy: READ_AGAIN,
  },
}
