import { describe, expect, it } from 'vitest'
import type { PaperKind } from '@/api/types'
import { draftOf, kindOf, objectionTo } from './papers'

const kinds: PaperKind[] = [
  { code: 'APPROVAL', zh: '批复、批准文件', en: 'Approval', aliases: ['批复', '核准'] },
  { code: 'CERTIFICATE', zh: '证照', en: 'Certificate', aliases: ['证书', '行驶证'] },
  { code: 'CONTRACT', zh: '合同、协议', en: 'Contract', aliases: ['合同'] },
  { code: 'PHOTOGRAPH', zh: '照片', en: 'Photograph', aliases: [] },
  { code: 'STATEMENT', zh: '情况说明', en: 'Statement', aliases: [] },
  { code: 'OTHER', zh: '其他', en: 'Other', aliases: [] },
]
const rules = { kinds, extensions: ['pdf', 'jpg'], largestBytes: 10 }
const file = (name: string, type = '', content = 'x') => new File([content], name, { type })

describe('a file that is to become a paper', () => {
  it('is of the kind its name speaks of', () => {
    expect(kindOf(file('关于租用办公用房的批复.pdf'), kinds, 'lease')).toBe('APPROVAL')
    expect(kindOf(file('行驶证.jpg', 'image/jpeg'), kinds, 'vehicle')).toBe('CERTIFICATE')
    expect(kindOf(file('IMG_1.jpg', 'image/jpeg'), kinds, 'vehicle')).toBe('PHOTOGRAPH')
    expect(kindOf(file('材料.pdf'), kinds, 'finding')).toBe('STATEMENT')
    expect(kindOf(file('材料.pdf'), kinds, 'room')).toBe('OTHER')
  })

  it('is called by its name, unless a camera gave it that', () => {
    expect(draftOf(file('租赁合同.pdf'), kinds, 'lease').title).toBe('租赁合同')
    expect(draftOf(file('IMG_20261127.jpg', 'image/jpeg'), kinds, 'room', new Date('2026-11-27T06:05:00Z')).title).toBe('照片 2026-11-27 14:05')
  })

  it('is objected to before it is sent', () => {
    expect(objectionTo(file('材料.zip'), rules)).toContain('.zip')
    expect(objectionTo(file('空.pdf', '', ''), rules)).toContain('空')
    expect(objectionTo(file('大.pdf', '', 'x'.repeat(11)), rules)).toContain('10 B')
    expect(objectionTo(file('好.PDF'), rules)).toBeNull()
  })
})
