import type { Row } from '@/api/types'

/** A department, post or person within an institution, under what it truly belongs to. */
export interface InsideNode {
  kind: 'department' | 'post' | 'person'
  id: string
  name: string
  note: string
  children: InsideNode[]
  /** Those under it, at any depth. */
  people: number
}

export interface InsideBooks { departments: Row[]; posts: Row[]; people: Row[]; appointments: Row[] }

const text = (row: Row, field: string) => (typeof row[field] === 'string' ? (row[field] as string) : '')
const over = (row: Row, field: string, today: string) => !!text(row, field) && text(row, field) < today
const inForce = (row: Row, today: string) => !over(row, 'endsOn', today) && (!text(row, 'startsOn') || text(row, 'startsOn') <= today)
const gone = (row: Row, today: string) => ['transferredOn', 'retiredOn'].some((field) => !!text(row, field) && text(row, field) <= today)

/**
 * Departments under departments, posts under their department, people under the post they hold as their main one, or
 * under their department where no post is entered. What belongs to nothing that is in force stands at the top.
 */
export function insideOf(books: InsideBooks, today: string, rankName: (code: string) => string = (code) => code): InsideNode[] {
  const top: InsideNode[] = []
  const departments = new Map<string, InsideNode>()
  const posts = new Map<string, InsideNode>()
  const node = (kind: InsideNode['kind'], row: Row, note: string): InsideNode => ({ kind, id: row.id, name: text(row, 'name'), note, children: [], people: 0 })

  const now = books.departments.filter((row) => inForce(row, today))
  for (const row of now) departments.set(text(row, 'code'), node('department', row, ''))
  for (const row of now) (departments.get(text(row, 'parentCode'))?.children ?? top).push(departments.get(text(row, 'code'))!)
  for (const row of books.posts.filter((one) => inForce(one, today))) {
    const post = node('post', row, rankName(text(row, 'rank')))
    posts.set(text(row, 'code'), post)
    ;(departments.get(text(row, 'departmentCode'))?.children ?? top).push(post)
  }
  const held = new Map(books.appointments.filter((row) => row.main === true && inForce(row, today)).map((row) => [text(row, 'personCode'), row]))
  for (const row of books.people.filter((one) => !gone(one, today))) {
    const holds = held.get(text(row, 'code'))
    const above = (holds && posts.get(text(holds, 'postCode'))) ?? departments.get(text(row, 'departmentCode'))
    ;(above?.children ?? top).push(node('person', row, [holds ? text(holds, 'title') : '', rankName(text(row, 'rank'))].filter(Boolean).join(' · ')))
  }
  top.forEach(count)
  return top
}

function count(node: InsideNode): number {
  node.people = node.kind === 'person' ? 1 : node.children.reduce((sum, child) => sum + count(child), 0)
  return node.people
}
