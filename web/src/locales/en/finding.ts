export default {
  severity: { VIOLATION: 'Violation', SUSPICION: 'Suspicion', REMINDER: 'Reminder' },
  state: { NEW: 'New', VERIFYING: 'Verifying', EXPLAINING: 'Explaining', RECTIFYING: 'Rectifying', REVIEWING: 'In review', CLOSED: 'Closed', DISMISSED: 'Dismissed', MENDED: 'Mended' },
  overdue: 'Overdue',
}
