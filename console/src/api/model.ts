/**
 * The server's answers, under the names the pages use, one file a module. docs/architecture.md and docs/modules/*.md say
 * what each means.
 */
export * from './model/audience.ts';
export * from './model/collect.ts';
export * from './model/common.ts';
export * from './model/community.ts';
export * from './model/journey.ts';
export * from './model/lifetime.ts';
export * from './model/effects.ts';
export * from './model/experiment.ts';
export * from './model/messaging.ts';
export * from './model/overview.ts';
export * from './model/sandbox.ts';
export * from './model/settings.ts';
export * from './model/tag.ts';
export * from './model/value.ts';
export * from './model/wecom.ts';
