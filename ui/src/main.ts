import '@fontsource-variable/inter/wght.css'
import './styles/tokens.css'
import './styles/base.css'
import { mount } from 'svelte'
import App from './App.svelte'
import { connect } from './api'

const target = document.getElementById('app')
if (target) {
  await connect()
  mount(App, { target })
}
