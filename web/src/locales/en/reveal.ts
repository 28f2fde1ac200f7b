export default {
  masked: 'Masked',
  show: 'Show {column} as it is',
  hide: 'Hide',
  title: 'Show as it is: {column}',
  text: 'Only this value is shown. Your account, the purpose and the reason go into the audit log and cannot be taken out.',
  purpose: 'Purpose',
  reason: 'Reason',
  reasonHint: 'Why it is needed, at least four characters',
  now: 'Show and record',
  for: { SERVICE: 'Service to the person', CONTACT: 'Contact in the course of work', VERIFICATION: 'Verification of data or a finding', INSPECTION: 'Inspection or audit', EMERGENCY: 'Emergency' },
}
