import '@fontsource-variable/inter/wght.css'
import './styles/tokens.css'
import './styles/base.css'
import { mount } from 'svelte'
import App from './App.svelte'
import { connect } from './api'

const target = document.getElementById('app')
if (target) {
  await connect()
  // Only where an address can be typed: in a browser over the bridge, and by the tools of a debug build.
  if (location.hash.startsWith('#gallery')) mount((await import('./gallery/Gallery.svelte')).default, { target })
  else if (location.hash === '#bar') mount((await import('./bar/BarPage.svelte')).default, { target })
  else mount(App, { target })
}
