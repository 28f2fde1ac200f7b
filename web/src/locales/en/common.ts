export default {
  yes: 'Yes',
  no: 'No',
  loading: 'Loading…',
  retry: 'Try again',
  cancel: 'Cancel',
  close: 'Close',
  fold: 'Fold',
  unfold: 'Unfold',
  all: 'All',
}
