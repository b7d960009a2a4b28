/** The words of the screens, one per thing; the codes are anchors of the page « Glossaire ». */
import type { Text } from '../ui/text'

export interface Term {
  code: string
  name: Text
  meaning: Text
}

export const WORDS: readonly Term[] = [
  {
    code: 'prestation',
    name: { fr: 'Prestation', en: 'Service engagement' },
    meaning: {
      fr: 'La relation entre les deux parties, telle que le contrat la décrit.',
      en: 'The relation between the two parties, as the contract describes it.',
    },
  },
  {
    code: 'donneur-d-ordre',
    name: { fr: 'Donneur d’ordre', en: 'Client company' },
    meaning: {
      fr: 'L’entreprise qui confie son service client.',
      en: 'The company that entrusts its customer service to another.',
    },
  },
  {
    code: 'prestataire',
    name: { fr: 'Prestataire', en: 'Provider' },
    meaning: {
      fr: 'L’entreprise qui rend le service. À ne pas confondre avec le sous-traitant au sens du RGPD, ni avec le sous-traitant de second rang (loi de 1975).',
      en: 'The company that renders the service. Not to be confused with a processor under the GDPR, nor with a second-rank provider (French law of 1975).',
    },
  },
  {
    code: 'engagement',
    name: { fr: 'Engagement', en: 'Commitment' },
    meaning: {
      fr: 'Ce qui a été promis sur un indicateur : une valeur à atteindre, à partir d’une date.',
      en: 'What was promised on one indicator: a value to reach, from a date on.',
    },
  },
  {
    code: 'indicateur',
    name: { fr: 'Indicateur', en: 'Indicator' },
    meaning: {
      fr: 'Ce qui est mesuré, avec sa formule. La valeur vient des évènements reçus des outils, jamais d’une saisie.',
      en: 'What is measured, with its formula. The value comes from the events received from the tools, never from typing.',
    },
  },
  {
    code: 'objectif',
    name: { fr: 'Objectif', en: 'Objective' },
    meaning: {
      fr: 'Ce que les parties veulent obtenir : énoncé, mesure, départ, arrivée, échéance. Un engagement sert un objectif.',
      en: 'What the parties want to obtain: statement, measure, start, end, due date. A commitment serves an objective.',
    },
  },
  {
    code: 'perimetre',
    name: { fr: 'Périmètre', en: 'Scope' },
    meaning: {
      fr: 'Les tickets d’une source qui relèvent du contrat : des conditions sur ce que le ticket était à sa création, avec une date d’effet. Les autres ne comptent dans aucun indicateur, et restent visibles avec la raison.',
      en: 'The tickets of a source that belong to the contract: conditions on what the ticket was when it was created, in force from a date. The others count in no indicator, and stay visible with the reason.',
    },
  },
  {
    code: 'avenant',
    name: { fr: 'Avenant', en: 'Amendment' },
    meaning: {
      fr: 'Un changement du contrat accepté par les deux parties, à partir d’une date. Les périodes passées gardent les termes d’alors.',
      en: 'A change of the contract that both parties accepted, from a date on. Past periods keep the terms of their time.',
    },
  },
  {
    code: 'verdict',
    name: { fr: 'Tenu, tenu dans la tolérance, manqué', en: 'Met, met within tolerance, missed' },
    meaning: {
      fr: 'Ce que dit le contrat de la valeur. « Sans valeur » : rien à mesurer sur la période. « Incomplet » : trop de données manquent pour juger ; une donnée absente n’est jamais un bon résultat.',
      en: 'What the contract says of the value. “No value”: nothing to measure in the period. “Incomplete”: too much data is missing to judge; missing data is never a good result.',
    },
  },
  {
    code: 'reglette',
    name: { fr: 'Réglette', en: 'Ruler' },
    meaning: {
      fr: 'Tous les engagements sur une même règle : le trait vertical est la cible, la zone grise la tolérance ; à droite, mieux que promis. Elle compare des écarts, non des valeurs.',
      en: 'All commitments on one ruler: the vertical line is the target, the grey zone the tolerance; to the right, better than promised. It compares distances, not values.',
    },
  },
  {
    code: 'certitude',
    name: { fr: 'Écart établi, écart non certain', en: 'Difference established, not established' },
    meaning: {
      fr: 'Ce que dit la statistique, à côté du verdict et jamais à sa place. Une enquête n’interroge qu’une partie des clients : si l’intervalle contient la cible, l’écart n’est pas certain. Un indicateur compté sur tous les tickets est exact.',
      en: 'What statistics say, beside the verdict and never in its place. A survey asks only some of the customers: if the interval holds the target, the difference is not established. An indicator counted over all tickets is exact.',
    },
  },
  {
    code: 'echantillon',
    name: { fr: 'Échantillon et intervalle', en: 'Sample and interval' },
    meaning: {
      fr: 'L’échantillon est le nombre de réponses ou de tickets derrière la valeur. L’intervalle (95 %) dit entre quelles bornes la vraie valeur se trouve vraisemblablement ; il ne couvre pas le silence de ceux qui ne répondent pas.',
      en: 'The sample is the number of answers or tickets behind the value. The interval (95%) says between which bounds the true value probably is; it does not cover the silence of those who do not answer.',
    },
  },
  {
    code: 'provisoire',
    name: { fr: 'Provisoire', en: 'Provisional' },
    meaning: {
      fr: 'La valeur peut encore changer : la période n’est pas finie, un ticket est encore dans son délai de réouverture, ou des évènements en retard sont encore attendus.',
      en: 'The value may still change: the period is not over, a ticket may still be reopened, or late events are still awaited.',
    },
  },
  {
    code: 'version',
    name: { fr: 'Version d’un chiffre', en: 'Version of a figure' },
    meaning: {
      fr: 'Chaque valeur publiée porte un numéro. Un évènement tardif crée une nouvelle version ; l’ancienne reste lisible.',
      en: 'Each published value has a number. A late event makes a new version; the old one stays readable.',
    },
  },
  {
    code: 'completude',
    name: { fr: 'Complétude et fraîcheur', en: 'Completeness and freshness' },
    meaning: {
      fr: 'La part des données attendues qui est arrivée, et l’heure de la dernière : elles sont dites à côté des chiffres.',
      en: 'The share of expected data that arrived, and the time of the last: they are told beside the figures.',
    },
  },
  {
    code: 'livraison',
    name: { fr: 'Livraison et sort', en: 'Delivery and fate' },
    meaning: {
      fr: 'Un envoi signé de l’outil. Son sort est toujours visible : acceptée, répétée, illisible (gardée à part), signature refusée, trop ancienne.',
      en: 'A signed sending of the tool. Its fate is always visible: accepted, repeated, unreadable (kept apart), signature refused, too old.',
    },
  },
  {
    code: 'source',
    name: { fr: 'Source', en: 'Source' },
    meaning: {
      fr: 'Un outil raccordé à un contrat, avec son adresse de réception et son secret.',
      en: 'A tool connected to a contract, with its address of reception and its secret.',
    },
  },
  {
    code: 'annotation',
    name: { fr: 'Annotation', en: 'Annotation' },
    meaning: {
      fr: 'Une remarque datée sur une courbe, signée de sa partie et lue par les deux. Elle ne change aucun chiffre.',
      en: 'A dated remark on a curve, signed by its party and read by both. It changes no figure.',
    },
  },
]

/** One for each indicator that Copil computes, in the order of its lists (names come from `indicators/names.ts`). */
export const INDICATOR_MEANINGS: Readonly<Record<string, Text>> = {
  fcr_ticket: {
    fr: 'Parmi les tickets résolus sur la période, ceux résolus avec une réponse publique au plus et non rouverts dans le délai du contrat. Le ticket reste provisoire jusqu’à la fin de ce délai. Se lit à côté de la résolution déclarée par les clients, jamais à sa place.',
    en: 'Among the tickets solved in the period, those solved with at most one public answer and not reopened within the contract’s window. The ticket is provisional until that window ends. To be read beside what customers declare, never in its place.',
  },
  fcr_observed: {
    fr: 'Parmi les premiers contacts de la période dont le délai de N jours est passé, ceux que le même client n’a pas suivis d’un autre pour le même motif. Le client est un pseudonyme donné par l’outil ; un ticket dont le client est inconnu est écarté et compté à part. Se lit à côté des résolutions par ticket et déclarée.',
    en: 'Among the first contacts of the period whose N days are over, those that the same customer did not follow with another for the same reason. The customer is a pseudonym of whom the tool names; a ticket whose customer is unknown is left out and counted apart. To be read beside resolution by ticket and as declared.',
  },
  fcr_declared: {
    fr: 'Parmi les réponses à « résolu au premier contact ? » données dans la période, celles qui disent oui. Une enquête : se lit avec son intervalle, à côté de la résolution par ticket.',
    en: 'Among the answers to “solved at first contact?” given in the period, those that say yes. A survey: to be read with its interval, beside resolution by ticket.',
  },
  ces: {
    fr: 'Parmi les réponses à « on m’a facilité les choses », de 1 (pas du tout d’accord) à 7 (tout à fait d’accord), celles de 5 à 7 (CES 2.0). Plus c’est haut, moins il a fallu d’effort. La note moyenne serait un autre indicateur, que Copil ne calcule pas.',
    en: 'Among the answers to “it was made easy for me”, from 1 (strongly disagree) to 7 (strongly agree), those from 5 to 7 (CES 2.0). The higher, the less effort it took. The mean score would be another indicator, which Copil does not compute.',
  },
  sla_first_response: {
    fr: 'Parmi les tickets dont l’échéance de première réponse tombe dans la période, ceux qui ont reçu une réponse à temps. Un ticket sans réponse et en retard compte comme manqué.',
    en: 'Among the tickets whose first response fell due in the period, those answered in time. A ticket without an answer and overdue counts as missed.',
  },
  sla_resolution: {
    fr: 'Parmi les tickets à résoudre sur la période, ceux résolus dans le délai du contrat, attentes déduites selon ses termes. Un ticket ouvert et en retard compte comme manqué.',
    en: 'Among the tickets to be solved in the period, those solved within the contract’s time, waits deducted as its terms say. A ticket open and overdue counts as missed.',
  },
  frt: {
    fr: 'De la création du ticket à la première réponse publique d’une personne, jour et nuit. Médiane et 90e centile plutôt qu’une moyenne seule.',
    en: 'From the creation of the ticket to the first public answer of a person, day and night. Median and 90th percentile rather than a mean alone.',
  },
  frt_business: {
    fr: 'Le même délai, compté pendant les heures ouvrées du contrat.',
    en: 'The same time, counted during the contract’s business hours.',
  },
  ttr: {
    fr: 'De la création à la dernière résolution, jour et nuit. Un ticket rouvert compte jusqu’à sa dernière résolution.',
    en: 'From creation to the last solving, day and night. A reopened ticket counts to its last solving.',
  },
  ttr_contractual: {
    fr: 'Le même délai, attentes que le contrat exclut déduites.',
    en: 'The same time, with the waits deducted that the contract excludes.',
  },
  one_touch: {
    fr: 'Parmi les tickets résolus, ceux avec exactement une réponse publique d’un conseiller.',
    en: 'Among the solved tickets, those with exactly one public answer of an agent.',
  },
  reopen_rate: {
    fr: 'Parmi les tickets résolus, ceux rouverts dans le délai du contrat. Chaque ticket compte une fois.',
    en: 'Among the solved tickets, those reopened within the contract’s window. Each ticket counts once.',
  },
  repeat_rate: {
    fr: 'Parmi les contacts de clients connus commencés dans la période, ceux qui suivent dans les N jours un contact du même client pour le même motif. Ce n’est pas le complément de la résolution observée, qui ne compte que les premiers contacts.',
    en: 'Among the contacts of known customers that began in the period, those that follow within N days another of the same customer for the same reason. It is not the complement of observed resolution, which counts first contacts only.',
  },
  backlog: {
    fr: 'Les tickets encore ouverts à minuit, à la fin de la période.',
    en: 'The tickets still open at midnight at the end of the period.',
  },
  csat: {
    fr: 'La part des réponses satisfaites à l’enquête qui suit un contact. Une enquête est un échantillon : l’intervalle l’accompagne.',
    en: 'The share of satisfied answers to the survey after a contact. A survey is a sample: the interval goes with it.',
  },
  nps: {
    fr: 'Promoteurs (notes 9 et 10) moins détracteurs (0 à 6), pour cent réponses, de −100 à 100. En points.',
    en: 'Promoters (scores 9 and 10) less detractors (0 to 6), per hundred answers, from −100 to 100. In points.',
  },
  data_completeness: {
    fr: 'La part des tickets dont la création est arrivée, parmi tous ceux dont un évènement a été reçu.',
    en: 'The share of tickets whose creation arrived, among all those of which an event was received.',
  },
}
