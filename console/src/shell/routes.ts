import type { ComponentType } from 'react';
import { matchPath } from 'react-router';
import { Chart } from '../chart/Pictures';
import { part } from './part';

type Load = () => Promise<{ default: ComponentType }>;

/** A page with pictures sends for what draws them before it knows what they show. */
function drawn<T>(page: Promise<T>): Promise<T> {
  void Chart.send();
  return page;
}

/** What each address shows; loaded when it is opened, the first of them at once. */
const PAGES: Readonly<Record<string, Load>> = {
  '': () => drawn(import('../overview/OverviewPage')),
  'members': () => import('../value/MembersPage'),
  'members/:no': () => drawn(import('../value/MemberPage')),
  'audiences': () => import('../audience/AudiencesPage'),
  'audiences/new': () => import('../audience/BuilderPage'),
  'audiences/overlap': () => import('../audience/OverlapPage'),
  'audiences/:id': () => import('../audience/AudiencePage'),
  'audiences/:id/edit': () => import('../audience/BuilderPage'),
  'cohorts': () => drawn(import('../cohort/CohortsPage')),
  'tags': () => import('../tag/TagsPage'),
  'tags/governance': () => import('../tag/GovernancePage'),
  'tags/:id': () => import('../tag/TagPage'),
  'lifetime': () => drawn(import('../lifetime/LifetimePage')),
  'communities': () => drawn(import('../community/CommunitiesPage')),
  'communities/:id': () => drawn(import('../community/CommunityPage')),
  'journeys': () => import('../journey/JourneysPage'),
  'journeys/:id': () => import('../journey/JourneyPage'),
  'workbench': () => import('../workbench/WorkbenchPage'),
  'workbench/guides': () => import('../workbench/GuidesPage'),
  'workbench/workload': () => import('../workbench/WorkloadPage'),
  'experiments': () => import('../experiment/ExperimentsPage'),
  'experiments/new': () => import('../experiment/NewExperimentPage'),
  'experiments/finished/new': () => import('../experiment/NewFinishedPage'),
  'experiments/finished/:id': () => drawn(import('../experiment/FinishedPage')),
  'experiments/reports': () => drawn(import('../experiment/ReportsPage')),
  'experiments/:id': () => drawn(import('../experiment/ExperimentPage')),
  'messages/outbox': () => import('../messaging/OutboxPage'),
  'messages/templates': () => import('../messaging/TemplatesPage'),
  'messages/templates/:id': () => import('../messaging/TemplatePage'),
  'messages/contents': () => import('../messaging/ContentsPage'),
  'messages/live-codes': () => import('../wecom/LiveCodesPage'),
  'messages/policy': () => import('../messaging/PolicyPage'),
  'data/imports': () => import('../collect/ImportsPage'),
  'data/imports/new': () => import('../collect/NewImportPage'),
  'data/imports/:id': () => import('../collect/ImportPage'),
  'data/events': () => import('../collect/EventsPage'),
  'data/events/:name': () => import('../collect/EventPage'),
  'data/tail': () => import('../collect/TailPage'),
  'data/quality': () => drawn(import('../collect/QualityPage')),
  'settings/value-model': () => drawn(import('../settings/ValueModelPage')),
  'settings/identity': () => import('../settings/IdentifierRulesPage'),
  'settings/brand': () => import('../settings/BrandPage'),
  'settings/users': () => import('../settings/UsersPage'),
  'settings/keys': () => import('../settings/KeysPage'),
  'settings/audit': () => import('../settings/AuditPage'),
  'settings/erasures': () => import('../settings/ErasuresPage'),
};

/** The pages by their addresses. */
export const ROUTES = Object.entries(PAGES).map(([path, load]) => ({ path, Page: part(async () => (await load()).default) }));

/** Sends for the page of this address, if there is one, while what surrounds it is still on its way. */
export async function sendForPage(): Promise<void> {
  await ROUTES.find(({ path }) => matchPath(`/${path}`, window.location.pathname) !== null)?.Page.send();
}
