import { namesCauseAndCure, review, without, type Broken } from './set-ups/check-setup';

const BROKEN: Broken[] = [
	{
		broken: 'no version is published',
		breaks: ({ sandbox }) => {
			sandbox.app.activateStatus = 1;
		},
		expected: [
			['enabled', 'missing', /not enabled.*Publish a version/],
			['version', 'missing', /No version/],
		],
	},
	{
		broken: 'a version waits for an administrator',
		breaks: review,
		expected: [['version', 'warning', /waits for the approval.*Ask an administrator/]],
	},
	{
		broken: 'a scope was never added',
		breaks: ({ sandbox }) => {
			sandbox.app.scopes = without('im:resource:upload');
		},
		expected: [['scopes', 'missing', /lacks im:resource:upload\. Add/]],
	},
	{
		broken: 'a scope is added and not published',
		breaks: ({ sandbox }) => {
			sandbox.app.scopes = without('im:resource:upload');
			sandbox.app.console.draft = { scopes: without() };
		},
		expected: [
			['version', 'warning', /draft has changes that it lacks: im:resource:upload/],
			['scopes', 'missing', /asked for im:resource:upload.*not granted it\. Publish/],
		],
	},
	{
		broken: 'a scope is in the version under review',
		breaks: (lark) => {
			lark.sandbox.app.scopes = without('im:resource:upload');
			lark.sandbox.app.console.draft = { scopes: without() };
			review(lark);
		},
		expected: [
			['version', 'warning', /waits for the approval/],
			['scopes', 'missing', /asked for im:resource:upload.*administrator has to approve/],
		],
	},
	{
		broken: 'an event is not subscribed',
		breaks: ({ sandbox }) => {
			sandbox.app.events = ['im.message.receive_v1', 'card.action.trigger'];
		},
		expected: [['events', 'missing', /not subscribed: Bot Added to Chat.*Event Configuration/]],
	},
	{
		broken: 'an event is added and not published',
		breaks: ({ sandbox }) => {
			const { events } = sandbox.app;
			sandbox.app.events = ['im.message.receive_v1', 'card.action.trigger'];
			sandbox.app.console.draft = { events: events as string[] };
		},
		expected: [
			['version', 'warning', /lacks: im\.chat\.member\.bot\.added_v1/],
			['events', 'missing', /not published yet: Bot Added to Chat.*Publish/],
		],
	},
	{
		broken: 'card actions are not subscribed',
		breaks: ({ sandbox }) => {
			sandbox.app.events = ['im.message.receive_v1', 'im.chat.member.bot.added_v1'];
		},
		expected: [['callbacks', 'missing', /Card Action.*Callback Configuration/]],
	},
	{
		broken: 'the app may not read itself',
		breaks: ({ sandbox }) => {
			const scope = 'application:application:self_manage';
			sandbox.app.scopes = without(scope, 'admin:app.info:readonly');
		},
		expected: [
			['settings', 'warning', /are not checked.*Add the scope application:application:self_manage/],
			['scopes', 'missing', /lacks application:application:self_manage/],
			['events', 'warning', /cannot read which events/],
			['callbacks', 'warning', /cannot read its callbacks.*yourself/],
			['encryption', 'warning', /cannot read its keys/],
			['contactRange', 'warning', /admin:app\.info:readonly/],
		],
	},
	{
		broken: 'Lark does not show an app its settings',
		breaks: ({ sandbox }) => {
			sandbox.app.console.showsSettings = false;
		},
		expected: [
			['callbacks', 'warning', /cannot read its callbacks/],
			['delivery', 'warning', /cannot read where its events go/],
			['encryption', 'warning', /cannot read its keys/],
		],
	},
];

describe('App > Check Setup says what the published version has, and', () => {
	namesCauseAndCure(BROKEN);
});
