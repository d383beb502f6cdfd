import * as directives from './directives/actions.ts'
import { endpoints as directivesEndpoints } from './directives/contract.ts'
import { follows as disseminationFollows } from './dissemination/actions/follows.ts'
import * as members from './dissemination/actions/members.ts'
import * as receipts from './dissemination/actions/receipts.ts'
import * as sessions from './dissemination/actions/sessions.ts'
import * as starting from './dissemination/actions/starting.ts'
import * as changes from './dissemination/changes/actions.ts'
import { endpoints as changesEndpoints } from './dissemination/changes/contract.ts'
import { follows as changesFollows } from './dissemination/changes/follows.ts'
import { endpoints as disseminationEndpoints } from './dissemination/contract.ts'
import { endpoints as memberEndpoints } from './dissemination/members/contract.ts'
import { endpoints as sessionEndpoints } from './dissemination/session/contract.ts'
import { type Slice, slice } from './kernel/serve.ts'
import * as organisations from './organisations/actions.ts'
import { endpoints as organisationsEndpoints } from './organisations/contract.ts'
import * as overview from './overview/actions.ts'
import { endpoints as overviewEndpoints } from './overview/contract.ts'
import type { Accounts } from './people/accounts.ts'
import * as people from './people/actions.ts'
import { signingIn } from './people/actions.ts'
import { endpoints as peopleEndpoints } from './people/contract.ts'
import * as planItems from './plans/actions/items.ts'
import * as planOrders from './plans/actions/orders.ts'
import { comparePlanEditions, exportPlans, listPlans, listPlanWork, openPlan, planHistory } from './plans/actions/plans.ts'
import * as planSteps from './plans/actions/steps.ts'
import * as planTemplates from './plans/actions/templates.ts'
import { endpoints as plansEndpoints } from './plans/contract.ts'
import * as coverage from './plans/coverage/actions.ts'
import { endpoints as coverageEndpoints } from './plans/coverage/contract.ts'
import * as planFollowing from './plans/following/actions.ts'
import { endpoints as planFollowingEndpoints } from './plans/following/contract.ts'
import { follows as plansFollows } from './plans/following/follows.ts'
import * as likeness from './plans/likeness/actions.ts'
import { endpoints as likenessEndpoints } from './plans/likeness/contract.ts'
import { follows as likenessFollows } from './plans/likeness/follows.ts'
import { endpoints as planOrderEndpoints } from './plans/orders/contract.ts'
import * as planPapers from './plans/papers/actions.ts'
import { endpoints as planPaperEndpoints } from './plans/papers/contract.ts'
import * as drafts from './tasks/actions/drafts.ts'
import { follows as tasksFollows } from './tasks/actions/follows.ts'
import * as obligations from './tasks/actions/obligations.ts'
import * as comparison from './tasks/comparison/actions.ts'
import { endpoints as comparisonEndpoints } from './tasks/comparison/contract.ts'
import { endpoints as tasksEndpoints } from './tasks/contract.ts'
import * as outputs from './tasks/outputs/actions.ts'
import { endpoints as outputsEndpoints } from './tasks/outputs/contract.ts'
import * as selection from './tasks/selection/actions.ts'
import { endpoints as selectionEndpoints } from './tasks/selection/contract.ts'
import * as several from './tasks/several/actions.ts'
import { endpoints as severalEndpoints } from './tasks/several/contract.ts'
import { follows as urgingFollows } from './urging/actions/follows.ts'
import * as notices from './urging/actions/notices.ts'
import * as reminderRules from './urging/actions/reminderRules.ts'
import * as noticeSettings from './urging/actions/settings.ts'
import * as urgings from './urging/actions/urgings.ts'
import { endpoints as urgingEndpoints } from './urging/contract.ts'
import { endpoints as reminderEndpoints } from './urging/reminders/contract.ts'

/** The slices in the order of the story: each knows only those before it. */
export const slicesOf = (accounts: Accounts): Slice[] => [
  slice('organisations', organisationsEndpoints, organisations),
  slice('people', peopleEndpoints, { ...people, ...signingIn(accounts) }),
  slice('directives', directivesEndpoints, directives),
  slice('tasks', tasksEndpoints, { ...drafts, ...obligations }, tasksFollows),
  slice('comparison', comparisonEndpoints, comparison),
  slice('outputs', outputsEndpoints, outputs),
  slice('selection', selectionEndpoints, selection),
  slice('several', severalEndpoints, several),
  slice(
    'dissemination',
    { ...disseminationEndpoints, ...sessionEndpoints, ...memberEndpoints },
    { ...starting, ...receipts, ...sessions, ...members },
    disseminationFollows,
  ),
  slice('changes', changesEndpoints, changes, changesFollows),
  slice(
    'plans',
    { ...planOrderEndpoints, ...plansEndpoints, ...planPaperEndpoints, ...planFollowingEndpoints },
    {
      ...planOrders,
      ...planItems,
      ...planSteps,
      ...planTemplates,
      ...planPapers,
      ...planFollowing,
      comparePlanEditions,
      exportPlans,
      listPlans,
      listPlanWork,
      openPlan,
      planHistory,
    },
    plansFollows,
  ),
  slice('coverage', coverageEndpoints, coverage),
  slice('likeness', likenessEndpoints, likeness, likenessFollows),
  slice('urging', { ...urgingEndpoints, ...reminderEndpoints }, { ...notices, ...reminderRules, ...noticeSettings, ...urgings }, urgingFollows),
  slice('overview', overviewEndpoints, overview),
]
