import * as directives from './directives/actions.ts'
import { endpoints as directivesEndpoints } from './directives/contract.ts'
import * as changes from './dissemination/actions/changes.ts'
import { follows as disseminationFollows } from './dissemination/actions/follows.ts'
import * as receipts from './dissemination/actions/receipts.ts'
import * as sessions from './dissemination/actions/sessions.ts'
import * as starting from './dissemination/actions/starting.ts'
import { endpoints as changeEndpoints } from './dissemination/changes/contract.ts'
import { endpoints as disseminationEndpoints } from './dissemination/contract.ts'
import { type Slice, slice } from './kernel/serve.ts'
import * as organisations from './organisations/actions.ts'
import { endpoints as organisationsEndpoints } from './organisations/contract.ts'
import * as overview from './overview/actions.ts'
import { endpoints as overviewEndpoints } from './overview/contract.ts'
import type { Accounts } from './people/accounts.ts'
import * as people from './people/actions.ts'
import { signingIn } from './people/actions.ts'
import { endpoints as peopleEndpoints } from './people/contract.ts'
import * as drafts from './tasks/actions/drafts.ts'
import { follows as tasksFollows } from './tasks/actions/follows.ts'
import * as obligations from './tasks/actions/obligations.ts'
import { endpoints as tasksEndpoints } from './tasks/contract.ts'

/** The slices in the order of the story: each knows only those before it. */
export const slicesOf = (accounts: Accounts): Slice[] => [
  slice('organisations', organisationsEndpoints, organisations),
  slice('people', peopleEndpoints, { ...people, ...signingIn(accounts) }),
  slice('directives', directivesEndpoints, directives),
  slice('tasks', tasksEndpoints, { ...drafts, ...obligations }, tasksFollows),
  slice(
    'dissemination',
    { ...disseminationEndpoints, ...changeEndpoints },
    { ...starting, ...receipts, ...sessions, ...changes },
    disseminationFollows,
  ),
  slice('overview', overviewEndpoints, overview),
]
