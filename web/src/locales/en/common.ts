export default {
  comma: ', ',
  yes: 'Yes',
  no: 'No',
  loading: 'Loading…',
  retry: 'Try again',
  cancel: 'Cancel',
  close: 'Close',
  save: 'Save',
  fold: 'Fold',
  unfold: 'Unfold',
  all: 'All',
}
