export default {
  state: {
    WAITING: 'Waiting',
    CHECKING: 'Checking',
    CHECKED: 'To confirm',
    APPLYING: 'Writing',
    APPLIED: 'Written',
    FAILED: 'Failed',
    CANCELLED: 'Cancelled',
    UNDOING: 'Undoing',
    UNDONE: 'Undone',
  },
}
