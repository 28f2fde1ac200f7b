/** Words in the two languages of the console. */
export interface Words {
  zh: string
  en: string
}

export interface Unit {
  id: string
  name: string
}

export interface Session {
  account: string
  name: string
  role: string
  roleName: Words
  /** Where they work. */
  institution: Unit | null
  /** Sees every unit, not only the own and those below. */
  everything: boolean
  demonstration: boolean
  /** Has a passkey to prove with. */
  passkey: boolean
  /** What has to be done before anything else is open. */
  lacks: ('SECOND_FACTOR' | 'NEW_PASSWORD')[]
  permissions: string[]
  /** Those of them that reach the whole house. */
  everywhere: string[]
}

export interface DemoAccount {
  account: string
  password: string
  name: string
  role: string
  roleName: Words
}

export type ColumnKind =
  | 'TEXT' | 'INTEGER' | 'DECIMAL' | 'MONEY' | 'DATE' | 'MONTH' | 'TIME' | 'BOOLEAN' | 'CODE'

export interface Code extends Words {
  code: string
  level?: string | null
}

export interface Column {
  name: string
  label: Words
  kind: ColumnKind
  required: boolean
  unit: string | null
  scale: number | null
  min: number | null
  max: number | null
  maxLength: number | null
  codes: Code[] | null
  sortable: boolean
  filter: 'NONE' | 'TEXT' | 'CODE' | 'RANGE' | 'BOOLEAN'
  shown: boolean
  /** The field of the row that holds the id of the object which this cell names. */
  link: { kind: string; id: string } | null
  note: Words | null
  derived: boolean
  /** Path of the ledger whose key this column gives the last part of. */
  refersTo?: string | null
  grade: 'L1' | 'L2' | 'L3' | 'L4'
  category: 'ORDINARY' | 'PERSONAL' | 'CONTACT' | 'SENSITIVE' | 'TRACK'
  /** Whoever asks sees what a mask leaves of its values; one can be shown for a reason. */
  masked: boolean
}

export interface Ledger {
  name: string
  module: string
  path: string
  title: Words
  note: Words | null
  objectKind: string | null
  key: string[]
  defaultSort: string | null
  writable: boolean
  /** Rows that flow in by the million have no list of their own. */
  listed?: boolean
  /** Inputs that hold since the day in `since`; what they were before stands in another ledger. */
  dated?: { columns: string[]; past: string; filter: string } | null
  columns: Column[]
}

export type Cell = string | number | boolean | null | undefined

export interface Row {
  id: string
  version: number
  institutionId?: string
  institutionName?: string
  [field: string]: Cell
}

export interface Page<T> {
  items: T[]
  next: string | null
  total: number
  totalCapped: boolean
  /** How far a list of millions was looked through; `next` looks on from there. */
  lookedTo?: string | null
}

export interface ObjectRef {
  kind: string
  id: string
  title: string
}

export interface RelatedList {
  ledger: string
  title: Words
  filter: Record<string, string>
  count: number
  totalCapped: boolean
}

export interface ObjectView extends ObjectRef {
  subtitle: string | null
  institution: Unit | null
  trail: ObjectRef[]
  ledger: string | null
  row: Row | null
  related: RelatedList[]
  findings: FindingItem[]
}

export interface LifelineChange {
  column: string
  label: Words
  before: Cell
  after: Cell
}

export interface LifelineEvent {
  id: string
  at: string
  actor: { account: string; name: string; onBehalfOf?: string | null } | null
  action: 'CREATED' | 'CHANGED' | 'REMOVED' | 'FINDING' | 'PAPER_ADDED' | 'PAPER_REMOVED'
  ledger: string | null
  ledgerTitle?: Words | null
  subject: { kind: string | null; id: string; title: string } | null
  changes: LifelineChange[]
  importId?: string | null
  finding: { id: string; title: string; step: string | null } | null
  paper?: PaperTold | null
  note: string | null
}

/** A paper as a life line tells of it. */
export interface PaperTold {
  id: string
  title: string
  kind: Words
  number: string | null
  gone: boolean
}

export interface Paper {
  id: string
  title: string
  kind: string
  kindName: Words
  number: string | null
  datedOn: string | null
  fileName: string
  mediaType: string
  /** Whether browsers show it by themselves. */
  shown: boolean
  size: number
  sha256: string
  addedAt: string
  addedBy: { account: string; name: string }
  mayRemove: boolean
}

export interface PaperKind extends Words {
  code: string
  /** What the kind is called as well. */
  aliases: string[]
}

export interface Papers {
  items: Paper[]
  mayAdd: boolean
  kinds: PaperKind[]
  extensions: string[]
  largestBytes: number
  most: number
}

export interface SearchItem extends ObjectRef {
  subtitle: string | null
}

export interface SearchGroup {
  kind: string
  title: Words
  items: SearchItem[]
  more: boolean
}

export interface OrgNode {
  id: string
  name: string
  code: string | null
  kind: string
  level: string | number | null
  division: { code: string; name: string } | null
  children: number
  people: number | null
  headcount: number | null
}

export type Severity = 'VIOLATION' | 'SUSPICION' | 'REMINDER'
export type FindingState =
  | 'NEW' | 'VERIFYING' | 'EXPLAINING' | 'RECTIFYING' | 'REVIEWING' | 'CLOSED' | 'DISMISSED' | 'MENDED'

export interface FindingItem {
  id: string
  number: string
  rule: { id: string; title: Words }
  module: string
  severity: Severity
  state: FindingState
  subject: ObjectRef
  /** Tells apart what a rule finds of one subject: a trip, a month. */
  episode?: string
  institution: Unit
  summary: string
  actual: number | string | null
  limit: number | string | null
  excess: number | string | null
  unit: string | null
  firstSeen: string
  lastSeen: string
  dueOn: string | null
  overdue: boolean
  assignee: { account: string; name: string } | null
}

export type ImportState =
  | 'WAITING' | 'CHECKING' | 'CHECKED' | 'APPLYING' | 'APPLIED' | 'FAILED' | 'CANCELLED' | 'UNDOING' | 'UNDONE'

export interface ImportRun {
  id: string
  fileName: string
  size: number
  state: ImportState
  progress: {
    phase: string | null
    sheet?: string | null
    rowsDone: number
    /** Of the whole work, 0 to 1. */
    share: number
    rowsPerSecond: number | null
    secondsLeft: number | null
  } | null
  sheets: { sheet: string; ledger: string; rows: number; added: number; changed: number; same: number; bad: number; derivedColumns?: string[]; ignoredColumns: string[]; title?: Words | null; missingColumns?: string[] }[]
  problems: number
  warnings?: number
  refusal: { type: string; title: string; facts?: Record<string, unknown> } | null
  createdBy: string | { account: string; name: string }
  createdAt: string
  appliedAt: string | null
  undoable: boolean
  undoBlockedBy: { title: Words | string; count: number; rows: string[] }[]
}

/** RFC 9457, with the server's facts as further members. */
export interface ProblemBody {
  type: string
  title: string
  status: number
  detail?: string
  errors?: { pointer: string; message: string }[]
  [fact: string]: unknown
}
