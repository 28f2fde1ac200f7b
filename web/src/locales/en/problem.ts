export default {
  incident: 'When asking for help, name incident {id}',
  offline: { title: 'The server cannot be reached', advice: 'The network may be down or the server restarting. What you typed is kept; try again soon.' },
  unauthenticated: { title: 'Please sign in again', advice: 'Your session has ended.' },
  forbidden: { title: 'You may not see or change this', advice: 'This was not granted to you, or it belongs to a unit outside your part of the tree. If you need it, ask the security administrator.' },
  absent: { title: 'Not found', advice: 'It may have been removed, or lies in a unit you may not see.' },
  stale: { title: 'Someone has just changed this', advice: 'Look at what changed before you save.' },
  conflict: { title: 'This conflicts with an existing record', advice: '' },
  invalid: { title: 'Something needs correcting', advice: '' },
  busy: { title: 'The server is busy', advice: 'Please wait a moment and try again.' },
  fault: { title: 'The server failed', advice: 'This was not your mistake. Try again; if it fails again, ask your administrator.' },
}
