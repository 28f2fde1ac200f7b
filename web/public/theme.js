// Before the first paint, so that a dark desk never flashes white.
;(() => {
  let theme = null
  try {
    theme = localStorage.getItem('yiti.theme')
  } catch {
    // Storage may be forbidden; then the system's wish decides.
  }
  const dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.classList.toggle('dark', dark)
})()
