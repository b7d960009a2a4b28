/** How a receiver verifies a message, in two languages that tools are written in. */
export const PYTHON = `from standardwebhooks import Webhook  # pip install standardwebhooks

# body: the raw bytes of the request, before anything reads them
event = Webhook(SECRET).verify(body, headers)  # raises when it is not ours`

export const NODE = `import { Webhook } from 'standardwebhooks' // npm install standardwebhooks

// body: the raw text of the request, before anything reads it
const event = new Webhook(SECRET).verify(body, headers) // throws when it is not ours`

export const BODY = `{
  "type": "item.created",
  "timestamp": "2026-11-03T09:12:00Z",
  "data": {
    "item_id": "0197f3c0-4d5e-7f6a-8b7c-8d9e0f1a2b07",
    "kind": "trouble",
    "state": "to_do",
    "team": { "id": "…", "name": "Suivi des livraisons" },
    "question": "nps", "score": 2, "scale_max": 10,
    "themes": ["delay"],
    "ticket_id": "48213",
    "due_at": "2026-11-05T09:12:00Z",
    "url": "https://…/a-traiter",
    "text": "Toujours rien reçu, rappelez-moi au [[phone]].",
    "text_held": false
  }
}`
