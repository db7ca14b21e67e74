import type * as model from './model';
import type { components } from './schema';

type Server = components['schemas'];

/** `true` if the server's answer has every field the console reads; else the names it lacks. */
type Answers<Read, Given> = [Exclude<keyof Read, keyof Given>] extends [never] ? true : Exclude<keyof Read, keyof Given>;

type All<Held extends Record<string, true>> = Held;

/**
 * The console's own types say what may be null and which words a field can hold, which the server's description leaves
 * open; this holds the two together. After `npm run api` a field that the server renamed or dropped fails the type check here.
 */
export type Agreement = All<{
  session: Answers<model.Session, Server['Session']>;
  brand: Answers<model.Brand, Server['BrandCard']>;
  overview: Answers<model.Overview, Server['Overview']>;
  totals: Answers<model.Totals, Server['Totals']>;
  freshness: Answers<model.Freshness, Server['StepFreshness']>;
  newcomers: Answers<model.Newcomers, Server['Newcomers']>;
  levels: Answers<model.LevelShare, Server['LevelShare']>;
  aipl: Answers<model.Aipl, Server['Aipl']>;
  layers: Answers<model.LayerTable, Server['LayerTable']>;
  board: Answers<model.CommunityBoard, Server['CommunityBoard']>;
  topSpenders: Answers<model.TopSpenders, Server['TopSpenders']>;
  activity: Answers<model.ActivityDay, Server['ActivityDay']>;
  run: Answers<model.Run, Server['ScoringRun']>;
  import: Answers<model.Import, Server['Import']>;
  preview: Answers<model.Preview, Server['ImportPreview']>;
  importUndo: Answers<model.ImportUndo, Server['ImportUndo']>;
  member: Answers<model.Member, Server['MemberCard']>;
  rfm: Answers<model.Rfm, Server['Rfm']>;
  timeline: Answers<model.TimelineEvent, Server['TimelineEvent']>;
  explanation: Answers<model.Explanation, Server['Explanation']>;
  dimension: Answers<model.ExplainedDimension, Server['Part']>;
  event: Answers<model.ExplainedEvent, Server['Event']>;
  community: Answers<model.Community, Server['CommunitySummary']>;
  communityDetail: Answers<model.CommunityDetail, Server['CommunityReport']>;
  week: Answers<model.CommunityWeek, Server['CommunityWeek']>;
  lifePoint: Answers<model.LifePoint, Server['LifePoint']>;
  forecast: Answers<model.Forecast, Server['Forecast']>;
  forecastError: Answers<model.ForecastError, Server['ForecastError']>;
  belowLine: Answers<model.BelowLine, Server['BelowLine']>;
  eventSummary: Answers<model.EventSummary, Server['EventSummary']>;
  eventProperty: Answers<model.EventProperty, Server['EventProperty']>;
  tailEvent: Answers<model.TailEvent, Server['Arrived']>;
  malformedCall: Answers<model.MalformedCall, Server['Malformed']>;
  sourceQuality: Answers<model.SourceQuality, Server['SourceQuality']>;
  valueModel: Answers<model.ValueModel, Server['ValueModel']>;
  eventRule: Answers<model.EventRule, Server['EventRule']>;
  savedVersion: Answers<model.SavedVersion, Server['Saved']>;
  modelPreview: Answers<model.ModelPreview, Server['Preview']>;
  distribution: Answers<model.Distribution, Server['Distribution']>;
  calibration: Answers<model.Calibration, Server['Calibration']>;
  user: Answers<model.User, Server['User']>;
  key: Answers<model.Key, Server['KeyRow']>;
  audit: Answers<model.AuditEntry, Server['Entry']>;
  identifierRules: Answers<model.IdentifierRules, Server['IdentifierRules']>;
  identifierKind: Answers<model.IdentifierKind, Server['KindRule']>;
  contributor: Answers<model.Contributor, Server['Contributor']>;
  history: Answers<model.MemberHistory, Server['History']>;
  historyPoint: Answers<model.HistoryPoint, Server['HistoryPoint']>;
  peers: Answers<model.Peers, Server['Peers']>;
  movers: Answers<model.Movers, Server['Movers']>;
  mover: Answers<model.Mover, Server['Mover']>;
  moverReason: Answers<model.MoverReason, Server['MoverReason']>;
  memberView: Answers<model.MemberView, Server['MemberView']>;
  erasure: Answers<model.Erasure, Server['Erasure']>;
  memberCommunity: Answers<model.MemberCommunity, Server['MemberCommunity']>;
  atmosphere: Answers<model.Atmosphere, Server['AtmosphereHours']>;
  concentration: Answers<model.Concentration, Server['CarriedCurves']>;
  valuePart: Answers<model.ValuePart, Server['Item']>;
  cohort: Answers<model.CohortMonth, Server['CohortMonth']>;
  repurchase: Answers<model.Repurchase, Server['Repurchase']>;
  audience: Answers<model.Audience, Server['AudienceSummary']>;
  audienceMember: Answers<model.AudienceMember, Server['AudienceMember']>;
  audiencePreview: Answers<model.AudiencePreview, Server['AudiencePreview']>;
  audiencePart: Answers<model.AudiencePart, Server['AudiencePart']>;
  audienceVersion: Answers<model.AudienceVersion, Server['AudienceVersion']>;
  audiencePoint: Answers<model.AudiencePoint, Server['AudiencePoint']>;
  audienceTrend: Answers<model.AudienceTrend, Server['AudienceTrend']>;
  audienceDay: Answers<model.AudienceDay, Server['AudienceDay']>;
  audienceReason: Answers<model.AudienceReason, Server['AudienceReason']>;
  audienceVocabulary: Answers<model.AudienceVocabulary, Server['AudienceVocabulary']>;
  uploadedList: Answers<model.UploadedList, Server['UploadedList']>;
  audienceSize: Answers<model.AudienceSize, Server['AudienceSize']>;
  audienceOverlap: Answers<model.AudienceOverlap, Server['AudienceOverlap']>;
  overlapPart: Answers<model.OverlapPart, Server['OverlapPart']>;
  audienceProfile: Answers<model.AudienceProfile, Server['AudienceProfile']>;
  profileRow: Answers<model.ProfileRow, Server['ProfileRow']>;
  profileFigure: Answers<model.ProfileFigure, Server['ProfileFigure']>;
  tag: Answers<model.Tag, Server['Tag']>;
  allTags: Answers<model.AllTags, Server['AllTags']>;
  tagDetail: Answers<model.TagDetail, Server['TagDetail']>;
  taggedMember: Answers<model.TaggedMember, Server['TaggedMember']>;
  memberTag: Answers<model.MemberTag, Server['MemberTag']>;
  tagMovement: Answers<model.TagMovement, Server['TagMovement']>;
  tagEffect: Answers<model.TagEffect, Server['TagEffect']>;
  tagRule: Answers<model.TagRule, Server['TagRule']>;
  tagFile: Answers<model.TagFileResult, Server['TagFileResult']>;
  tagGovernance: Answers<model.TagGovernance, Server['TagGovernance']>;
  tagHealth: Answers<model.TagHealth, Server['TagHealth']>;
  doubleTag: Answers<model.DoubleTag, Server['DoubleTag']>;
  tagTrial: Answers<model.TagTrial, Server['TagTrial']>;
  tagTrials: Answers<model.TagTrials, Server['TagTrials']>;
}>;
