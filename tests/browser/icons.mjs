// Draws the icons' PNGs from public/icons/icon.svg: `cargo xtask icons`.
import { readFileSync, writeFileSync } from 'node:fs'
import { launch } from './lib/browser.mjs'
import { root } from './lib/site.mjs'

const folder = `${root}public/icons/`
const svg = readFileSync(`${folder}icon.svg`, 'utf8')
// A mask may cut a tenth off each side: the desk fills the square, the page shrinks towards its middle.
const maskable = svg.replace('rx="112"', '').replace('id="page"', 'transform="translate(256 256) scale(.95) translate(-256 -256)"')

const browser = await launch()
for (const [name, size, drawing] of [
  ['icon-192', 192, svg], ['icon-512', 512, svg], ['maskable-192', 192, maskable], ['maskable-512', 512, maskable],
  ['apple-touch-icon', 180, maskable],
]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${drawing}`)
  writeFileSync(`${folder}${name}.png`, await page.screenshot({ omitBackground: true }))
  await page.close()
}
await browser.close()
