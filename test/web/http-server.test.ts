import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { httpServer } from '../../src/web/http-server'

describe('the HTTP server', () => {
  it('makes requests and responses with the prototypes that the app gives them', async () => {
    const app = express()
    const born: boolean[] = []
    const server = httpServer(app)
    server.prependListener('request', (request, response) => {
      born.push(Object.getPrototypeOf(request) === app.request)
      born.push(Object.getPrototypeOf(response) === app.response)
    })
    app.get('/asked', (request, response) => {
      response.type('text').send(`${request.path} ${request.method}`)
    })
    await once(server.listen(0), 'listening')
    const { port } = server.address() as AddressInfo
    const answer = await fetch(`http://localhost:${port}/asked?a=1`)
    expect(await answer.text()).toBe('/asked GET')
    expect(born).toEqual([true, true])
    await new Promise((resolve) => server.close(resolve))
  })
})
