import { request, type APIRequestContext } from '@playwright/test'

export type Role = 'admin' | 'inspector' | 'province' | 'officer' | 'county' | Administrator
export type Administrator = 'sysadmin' | 'secadmin' | 'auditor'
export const password = 'yiti-demo'
/** The three administrators, who see no ledgers. */
export const administrators: Administrator[] = ['sysadmin', 'secadmin', 'auditor']
export const roles: Role[] = ['admin', 'inspector', 'officer', 'county', ...administrators]

export interface Page<T> { items: T[]; next: string | null; total: number | null }
export type Cells = Record<string, string | number | boolean | null>
type Query = Record<string, string | number | boolean>

/** Somebody signed in without a browser: prepares what a journey starts from, and looks at what the screens do not tell. */
export class Desk {
  private constructor(private readonly http: APIRequestContext) {}

  static async of(role: Role, baseURL: string): Promise<Desk> {
    const desk = new Desk(await request.newContext({ baseURL }))
    // The first answer, a refusal, brings the token that signing in needs.
    await desk.http.get('/api/identity/session')
    await desk.post('identity/session', { account: role, password })
    return desk
  }

  async get<T>(path: string, query: Query = {}): Promise<T> {
    return this.read(path, await this.http.get(`/api/${path}`, { params: query }))
  }

  async post<T>(path: string, data: unknown): Promise<T> {
    return this.read(path, await this.http.post(`/api/${path}`, { data, headers: { 'X-XSRF-TOKEN': await this.token(), 'Idempotency-Key': crypto.randomUUID() } }))
  }

  private async read<T>(path: string, answer: Awaited<ReturnType<APIRequestContext['get']>>): Promise<T> {
    const text = await answer.text()
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${text}`)
    return (text ? JSON.parse(text) : undefined) as T
  }

  private async token(): Promise<string> {
    const { cookies } = await this.http.storageState()
    return decodeURIComponent(cookies.find((cookie) => cookie.name === 'XSRF-TOKEN')?.value ?? '')
  }

  session = () => this.http.storageState()
  leave = () => this.http.dispose()
}
