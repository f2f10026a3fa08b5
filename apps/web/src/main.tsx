// What every screen needs, and the screens of a text; the styles of the others are fetched with them.
import './styles/tokens.css'
import './styles/base.css'
import './styles/kit.css'
import './styles/frame.css'
import './styles/written.css'
import './styles/texts.css'
import './styles/papers.css'
import './styles/access.css'
import './styles/today.css'
import './styles/decisions.css'
import './styles/delegation.css'
import './styles/verify.css'
import './styles/organisation.css'
import './styles/commitments.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { keepForOffline } from './app/offline.ts'
import { applyTheme, chosenTheme } from './app/preferences.ts'

applyTheme(chosenTheme())
createRoot(document.getElementById('app')!).render(<App />)
addEventListener('load', () => void keepForOffline())
