import { lazy, Suspense } from 'react';
import { Link, Route, Routes } from 'react-router';
import { Button, Result } from 'antd';
import { useText } from '../text/language';
import { Guard } from './Guard';
import { Waiting } from './states';

const OverviewPage = lazy(() => import('../overview/OverviewPage'));
const MembersPage = lazy(() => import('../value/MembersPage'));
const MemberPage = lazy(() => import('../value/MemberPage'));
const CohortsPage = lazy(() => import('../cohort/CohortsPage'));
const AudiencesPage = lazy(() => import('../audience/AudiencesPage'));
const AudiencePage = lazy(() => import('../audience/AudiencePage'));
const AudienceBuilderPage = lazy(() => import('../audience/BuilderPage'));
const AudienceOverlapPage = lazy(() => import('../audience/OverlapPage'));
const TagsPage = lazy(() => import('../tag/TagsPage'));
const TagPage = lazy(() => import('../tag/TagPage'));
const TagGovernancePage = lazy(() => import('../tag/GovernancePage'));
const LifetimePage = lazy(() => import('../lifetime/LifetimePage'));
const CommunitiesPage = lazy(() => import('../community/CommunitiesPage'));
const CommunityPage = lazy(() => import('../community/CommunityPage'));
const JourneysPage = lazy(() => import('../journey/JourneysPage'));
const JourneyPage = lazy(() => import('../journey/JourneyPage'));
const WorkbenchPage = lazy(() => import('../workbench/WorkbenchPage'));
const GuidesPage = lazy(() => import('../workbench/GuidesPage'));
const WorkloadPage = lazy(() => import('../workbench/WorkloadPage'));
const ExperimentsPage = lazy(() => import('../experiment/ExperimentsPage'));
const NewExperimentPage = lazy(() => import('../experiment/NewExperimentPage'));
const ExperimentPage = lazy(() => import('../experiment/ExperimentPage'));
const NewFinishedPage = lazy(() => import('../experiment/NewFinishedPage'));
const ReportsPage = lazy(() => import('../experiment/ReportsPage'));
const FinishedPage = lazy(() => import('../experiment/FinishedPage'));
const OutboxPage = lazy(() => import('../messaging/OutboxPage'));
const TemplatesPage = lazy(() => import('../messaging/TemplatesPage'));
const TemplatePage = lazy(() => import('../messaging/TemplatePage'));
const ContentsPage = lazy(() => import('../messaging/ContentsPage'));
const LiveCodesPage = lazy(() => import('../wecom/LiveCodesPage'));
const PolicyPage = lazy(() => import('../messaging/PolicyPage'));
const ImportsPage = lazy(() => import('../collect/ImportsPage'));
const NewImportPage = lazy(() => import('../collect/NewImportPage'));
const ImportPage = lazy(() => import('../collect/ImportPage'));
const EventsPage = lazy(() => import('../collect/EventsPage'));
const EventPage = lazy(() => import('../collect/EventPage'));
const TailPage = lazy(() => import('../collect/TailPage'));
const QualityPage = lazy(() => import('../collect/QualityPage'));
const ValueModelPage = lazy(() => import('../settings/ValueModelPage'));
const IdentifierRulesPage = lazy(() => import('../settings/IdentifierRulesPage'));
const BrandPage = lazy(() => import('../settings/BrandPage'));
const UsersPage = lazy(() => import('../settings/UsersPage'));
const KeysPage = lazy(() => import('../settings/KeysPage'));
const AuditPage = lazy(() => import('../settings/AuditPage'));

export function Pages() {
  return (
    <Guard>
      <Suspense fallback={<Waiting />}>
        <Routes>
          <Route index element={<OverviewPage />} />
          <Route path="members" element={<MembersPage />} />
          <Route path="members/:no" element={<MemberPage />} />
          <Route path="audiences" element={<AudiencesPage />} />
          <Route path="audiences/new" element={<AudienceBuilderPage />} />
          <Route path="audiences/overlap" element={<AudienceOverlapPage />} />
          <Route path="audiences/:id" element={<AudiencePage />} />
          <Route path="audiences/:id/edit" element={<AudienceBuilderPage />} />
          <Route path="cohorts" element={<CohortsPage />} />
          <Route path="tags" element={<TagsPage />} />
          <Route path="tags/governance" element={<TagGovernancePage />} />
          <Route path="tags/:id" element={<TagPage />} />
          <Route path="lifetime" element={<LifetimePage />} />
          <Route path="communities" element={<CommunitiesPage />} />
          <Route path="communities/:id" element={<CommunityPage />} />
          <Route path="journeys" element={<JourneysPage />} />
          <Route path="journeys/:id" element={<JourneyPage />} />
          <Route path="workbench" element={<WorkbenchPage />} />
          <Route path="workbench/guides" element={<GuidesPage />} />
          <Route path="workbench/workload" element={<WorkloadPage />} />
          <Route path="experiments" element={<ExperimentsPage />} />
          <Route path="experiments/new" element={<NewExperimentPage />} />
          <Route path="experiments/finished/new" element={<NewFinishedPage />} />
          <Route path="experiments/finished/:id" element={<FinishedPage />} />
          <Route path="experiments/reports" element={<ReportsPage />} />
          <Route path="experiments/:id" element={<ExperimentPage />} />
          <Route path="messages/outbox" element={<OutboxPage />} />
          <Route path="messages/templates" element={<TemplatesPage />} />
          <Route path="messages/templates/:id" element={<TemplatePage />} />
          <Route path="messages/contents" element={<ContentsPage />} />
          <Route path="messages/live-codes" element={<LiveCodesPage />} />
          <Route path="messages/policy" element={<PolicyPage />} />
          <Route path="data/imports" element={<ImportsPage />} />
          <Route path="data/imports/new" element={<NewImportPage />} />
          <Route path="data/imports/:id" element={<ImportPage />} />
          <Route path="data/events" element={<EventsPage />} />
          <Route path="data/events/:name" element={<EventPage />} />
          <Route path="data/tail" element={<TailPage />} />
          <Route path="data/quality" element={<QualityPage />} />
          <Route path="settings/value-model" element={<ValueModelPage />} />
          <Route path="settings/identity" element={<IdentifierRulesPage />} />
          <Route path="settings/brand" element={<BrandPage />} />
          <Route path="settings/users" element={<UsersPage />} />
          <Route path="settings/keys" element={<KeysPage />} />
          <Route path="settings/audit" element={<AuditPage />} />
          <Route path="*" element={<Lost />} />
        </Routes>
      </Suspense>
    </Guard>
  );
}

function Lost() {
  const { t } = useText();
  return <Result status="404" title={t('state.missing')} extra={<Link to="/"><Button type="primary">{t('nav.overview')}</Button></Link>} />;
}
