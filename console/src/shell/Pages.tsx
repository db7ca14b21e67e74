import { lazy, Suspense, type ComponentType } from 'react';
import { Link, matchPath, Route, Routes } from 'react-router';
import { Button, Result } from 'antd';
import { useText } from '../text/language';
import { Guard } from './Guard';
import { Waiting } from './states';

/** What each address shows; loaded when it is opened, the first of them at once. */
const PAGES: Readonly<Record<string, () => Promise<{ default: ComponentType }>>> = {
  '': () => import('../overview/OverviewPage'),
  'members': () => import('../value/MembersPage'),
  'members/:no': () => import('../value/MemberPage'),
  'audiences': () => import('../audience/AudiencesPage'),
  'audiences/new': () => import('../audience/BuilderPage'),
  'audiences/overlap': () => import('../audience/OverlapPage'),
  'audiences/:id': () => import('../audience/AudiencePage'),
  'audiences/:id/edit': () => import('../audience/BuilderPage'),
  'cohorts': () => import('../cohort/CohortsPage'),
  'tags': () => import('../tag/TagsPage'),
  'tags/governance': () => import('../tag/GovernancePage'),
  'tags/:id': () => import('../tag/TagPage'),
  'lifetime': () => import('../lifetime/LifetimePage'),
  'communities': () => import('../community/CommunitiesPage'),
  'communities/:id': () => import('../community/CommunityPage'),
  'journeys': () => import('../journey/JourneysPage'),
  'journeys/:id': () => import('../journey/JourneyPage'),
  'workbench': () => import('../workbench/WorkbenchPage'),
  'workbench/guides': () => import('../workbench/GuidesPage'),
  'workbench/workload': () => import('../workbench/WorkloadPage'),
  'experiments': () => import('../experiment/ExperimentsPage'),
  'experiments/new': () => import('../experiment/NewExperimentPage'),
  'experiments/finished/new': () => import('../experiment/NewFinishedPage'),
  'experiments/finished/:id': () => import('../experiment/FinishedPage'),
  'experiments/reports': () => import('../experiment/ReportsPage'),
  'experiments/:id': () => import('../experiment/ExperimentPage'),
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
  'data/quality': () => import('../collect/QualityPage'),
  'settings/value-model': () => import('../settings/ValueModelPage'),
  'settings/identity': () => import('../settings/IdentifierRulesPage'),
  'settings/brand': () => import('../settings/BrandPage'),
  'settings/users': () => import('../settings/UsersPage'),
  'settings/keys': () => import('../settings/KeysPage'),
  'settings/audit': () => import('../settings/AuditPage'),
};

const here = Object.keys(PAGES).find((path) => matchPath(`/${path}`, window.location.pathname) !== null);
const begun = here === undefined ? undefined : PAGES[here]?.();
// What cannot be fetched is said where it is drawn.
begun?.catch(() => undefined);
const ROUTES = Object.entries(PAGES).map(([path, load]) => [path, lazy(path === here && begun !== undefined ? () => begun : load)] as const);

export function Pages() {
  return (
    <Guard>
      <Suspense fallback={<Waiting />}>
        <Routes>
          {ROUTES.map(([path, Page]) => <Route key={path} path={path} element={<Page />} />)}
          <Route path="*" element={<Lost />} />
        </Routes>
      </Suspense>
    </Guard>
  );
}

function Lost() {
  const { t } = useText();
  return <Result status="404" title={<h1 className="missing">{t('state.missing')}</h1>} extra={<Link to="/"><Button type="primary">{t('nav.overview')}</Button></Link>} />;
}
