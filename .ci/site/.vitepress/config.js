import { defineConfig } from 'vitepress'
import { anchorOf } from '../anchors.js'

const page = (text, link) => ({ text, link })
const docs = (text, name) => page(text, `/docs/${name}`)

export default defineConfig({
  title: 'camel-ontraport',
  description: 'An Apache Camel component for Ontraport',
  srcDir: 'pages',
  outDir: 'dist',
  markdown: {
    anchor: { slugify: anchorOf },
    // Camel's placeholders, such as {{env:NAME}}, are not Vue's.
    config: (md) => {
      const inline = md.renderer.rules.code_inline
      md.renderer.rules.code_inline = (tokens, i, ...rest) => {
        tokens[i].attrSet('v-pre', '')
        return inline(tokens, i, ...rest)
      }
    }
  },
  // Addresses of programs that a reader starts.
  ignoreDeadLinks: 'localhostLinks',
  themeConfig: {
    outline: [2, 3],
    search: { provider: 'local' },
    socialLinks: [{ icon: 'github', link: 'https://github.com/camelontraport/camel-ontraport' }],
    nav: [docs('Guide', 'guide'), docs('Reference', 'ontraport-component'), docs('Troubleshooting', 'troubleshooting')],
    sidebar: [
      {
        text: 'Start',
        items: [
          page('Overview', '/'),
          docs('Camel Main', 'getting-started-main'),
          docs('Spring Boot', 'spring-boot'),
          docs('Spring beans and routes', 'spring-beans'),
          docs('Quarkus', 'quarkus'),
          docs('Camel JBang', 'jbang'),
          docs('Kamelets and typed builders', 'kamelets'),
          docs('Testing with the sandbox', 'sandbox')
        ]
      },
      {
        text: 'Watch',
        items: [
          docs('Push or poll?', 'push-or-poll'),
          docs('Polling', 'polling'),
          docs('Webhooks', 'webhooks'),
          docs('State and restarts', 'state'),
          docs('CloudEvents and traces', 'events-and-traces')
        ]
      },
      {
        text: 'Read and write',
        items: [
          docs('Writing', 'writing'),
          docs('Reading and searching', 'reading'),
          docs('Fields, labels and values', 'fields'),
          docs('Custom fields', 'custom-fields'),
          docs('Tags, sequences, automations', 'tags-sequences'),
          docs('Messages', 'messages'),
          docs('Rules', 'rules'),
          docs('Tasks', 'tasks'),
          docs('Money', 'money'),
          docs('Pages and forms', 'pages-forms'),
          docs('Sync', 'sync'),
          docs('Raw calls', 'raw')
        ]
      },
      {
        text: 'Run',
        items: [
          docs('Errors and retries', 'errors'),
          docs('Limits and speed', 'limits'),
          docs('Health, metrics, logs, alerts', 'observability'),
          docs('Clusters', 'clusters'),
          docs('Security', 'security'),
          docs('Verify an account', 'verify'),
          docs('Troubleshooting', 'troubleshooting')
        ]
      },
      { text: 'Jobs', items: [docs('Recipes', 'recipes'), docs('Migration from http:', 'migration')] },
      {
        text: 'Examples',
        items: ['quickstart', 'sync', 'push', 'fields', 'spring-boot', 'quarkus', 'cluster'].map((name) => page(name, `/examples/${name}/`))
      },
      {
        text: 'Reference',
        items: [
          docs('The component', 'ontraport-component'),
          docs('Operations', 'operations'),
          docs('Object types', 'object-types'),
          docs('Tools', 'tools'),
          docs('Benchmarks', 'benchmarks'),
          docs('Reliability', 'reliability'),
          docs('Architecture', 'architecture'),
          page('Contributing', '/CONTRIBUTING'),
          page('Changes', '/CHANGELOG')
        ]
      }
    ]
  }
})
