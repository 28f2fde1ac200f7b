/** "Chrome 140, Windows", from what a browser calls itself; nothing where that tells nothing. */
export function browserOf(agent: string): string {
  const browser = [['Edg', 'Edge'], ['MicroMessenger', 'WeChat'], ['Firefox', 'Firefox'], ['Chrome', 'Chrome'], ['Version', 'Safari']].map(([sign, name]) => {
    const version = new RegExp(`${sign}/(\\d+)`).exec(agent)?.[1]
    return version && `${name} ${version}`
  }).find(Boolean)
  const system = [['Windows', 'Windows'], ['Android', 'Android'], ['iPhone|iPad', 'iOS'], ['Mac OS', 'macOS'], ['Linux', 'Linux']].find(([sign]) => new RegExp(sign!).test(agent))?.[1]
  return [browser, system].filter(Boolean).join(', ')
}
