import { ElMessageBox } from 'element-plus'
import { t } from '@/app/i18n'

/** Asks before what cannot be taken back: the title says what is done, the text what follows, the button the verb. */
export function sure(title: string, text: string, act: string): Promise<boolean> {
  const look = { confirmButtonText: act, cancelButtonText: t('common.cancel'), confirmButtonClass: 'el-button--danger', type: 'warning' as const }
  return ElMessageBox.confirm(text, title, look).then(() => true, () => false)
}
