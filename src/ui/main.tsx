import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { AntDesign } from './AntDesign.tsx'
import { makeClient } from './ask.ts'
import { keepPresses } from './press.ts'
import { router } from './router.tsx'
import { LanguageProvider } from './useWords.tsx'

z.config({ jitless: true }) // the page's policy allows no code made from strings
keepPresses()

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <LanguageProvider>
      <AntDesign>
        <QueryClientProvider client={makeClient()}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </AntDesign>
    </LanguageProvider>
  </StrictMode>,
)
