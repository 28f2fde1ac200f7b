import { afterEach, describe, expect, it } from 'vitest'
import { speak, t } from '@/app/i18n'
import { reasonOf } from './subscription'

afterEach(() => speak('zh-CN'))

const say = (error: string) => {
  const { key, named } = reasonOf(error)
  return t(key, named)
}

describe('why a message was not taken', () => {
  it('is said in the language of the screen, not as the server noted it', () => {
    expect(say('it answered 503')).toBe('对方返回 503')
    expect(say('MailSendException')).toBe('邮件服务器没有收下')
    expect(say('the account is closed')).toBe('账号已停用')

    speak('en')

    expect(say('it answered 503')).toBe('it answered 503')
    expect(say('no status in time')).toBe('no answer in time')
  })

  it('keeps what nobody has worded', () => {
    expect(say('Connection refused')).toBe('没有连上（Connection refused）')
  })
})
