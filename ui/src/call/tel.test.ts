import { describe, expect, it } from 'vitest'
import { tel } from './tel'

describe('a number that is dialled', () => {
  it('is the one that was read, with its extension', () => {
    expect(tel('+12065550142')).toBe('tel:+12065550142')
    expect(tel('+12065550142', '12')).toBe('tel:+12065550142;ext=12')
    expect(tel('+12065550142', '<b>1</b>٢')).toBe('tel:+12065550142;ext=12')
    expect(tel('+12065550142', 'none')).toBe('tel:+12065550142')
  })

  it('as typed loses what only parts its digits', () => {
    for (const typed of ['555-0142', '555 0142', ' (55) 50.142', '555–0142', '55/50142', 'tel:5550142', 'Mobile: 555 0142', '555 0142 (mobile)']) expect(tel(typed), typed).toBe('tel:5550142')
    expect(tel('+44 (0)20 7946 0812')).toBe('tel:+442079460812')
  })

  it('never goes on with the digits of an extension', () => {
    for (const behind of [' x12', 'x12', ' ext. 12', ' ext 12', 'ext12', ', ext. 12', ' (ext. 12)', ';ext=12', ' extension 12', ' #12', '#12', ' Durchwahl 12', ' DW: 12', ' доб. 12', ' poste 12', ',,12', ' after 5']) {
      expect(tel(`555-0142${behind}`), behind).toBe('tel:5550142')
    }
  })

  it('is one number where two were typed', () => {
    for (const typed of ['555-0142 / 555-0143', '555-0142, 555-0143', '555-0142; 0143', '555-0142 or 0143', '555-0142\n555-0143']) expect(tel(typed), typed).toBe('tel:5550142')
  })

  it('is written in the digits of a telephone', () => {
    expect(tel('٠١٢٣٤٥٦٧٨٩')).toBe('tel:0123456789')
    expect(tel('\u200e۰۱۲۳۴۵۶۷۸۹')).toBe('tel:0123456789')
    expect(tel('０１２３４５６７８９')).toBe('tel:0123456789')
    expect(tel('＋１ २०६ ५५५ ०१४२')).toBe('tel:+12065550142')
  })

  it('may be a code, whose signs the address carries', () => {
    expect(tel('*31#5550142')).toBe('tel:*31%235550142')
    expect(tel('#31#555 0142')).toBe('tel:%2331%235550142')
  })

  it('is none where nobody knows what would be dialled', () => {
    for (const typed of ['', ' ', '-', '+', '*', 'ask Ana', '1-800-FLOWERS', '1 800 GO FEDEX', '555 + 0142', '1'.repeat(16), '<img src=x onerror=window.ran=1>', 'x12@y']) expect(tel(typed), typed).toBeUndefined()
  })
})
