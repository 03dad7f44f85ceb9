import js from '@eslint/js';
import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import nodesBase from 'eslint-plugin-n8n-nodes-base';
import perfectionist from 'eslint-plugin-perfectionist';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

const published = ['nodes/**/*.ts', 'credentials/**/*.ts'];
const { rules: communityRules, plugins: communityPlugins } =
	n8nCommunityNodesPlugin.configs.recommended;

/** Files outside what is published. */
const OUTSIDE = {
	regex: '(^|/)(sandbox|test|bench|harness|scripts)/',
	message: 'Published code stands alone.',
};
const NODES = {
	regex: '(^|/)Lark(Trigger|LongConnectionTrigger|LiveAnswer)?/',
	caseSensitive: true, // shared/lark is another folder.
	message: 'Put it into nodes/shared.',
};
const RUNTIME = {
	group: ['n8n-workflow'],
	allowTypeImports: true,
	message: 'Pure functions: of n8n they take types.',
};

/** The rooms of incoming events. */
const TRIGGER_ROOMS = ['events', 'push', 'trigger'];

/**
 * What the files of a room may not import.
 *
 * @param {string} name folder in nodes
 * @param {string[]} closed folders that it knows nothing of
 * @param {object[]} more
 */
const room = (name, closed, ...more) => ({
	files: [`nodes/${name}/**/*.ts`],
	rules: {
		'@typescript-eslint/no-restricted-imports': [
			'error',
			{
				patterns: [
					OUTSIDE,
					...more,
					...closed.map((folder) => ({
						regex: `(^|/)${folder}(/|$)`,
						caseSensitive: true,
						message: `${name} knows nothing of ${folder}.`,
					})),
				],
			},
		],
	},
});

/**
 * What the files of a folder of the sandbox may not import.
 *
 * @param {string} name folder in sandbox
 * @param {string[]} closed other folders in sandbox
 */
const sandboxWall = (name, closed) => ({
	files: [`sandbox/${name}/**/*.ts`],
	rules: {
		'@typescript-eslint/no-restricted-imports': [
			'error',
			{
				patterns: [
					{
						regex: '(^|/)nodes/',
						message: 'The sandbox checks the nodes, so it shares no code with them.',
					},
					...closed.map((folder) => ({
						regex: `^\\.\\.(/.*)?/${folder}/`,
						message: `sandbox/${name} knows nothing of ${folder}.`,
					})),
				],
			},
		],
	},
});

export default tseslint.config(
	{ ignores: ['dist/**', '.cache/**', 'sandbox/page/**'] },
	{
		files: ['**/*.ts', '**/*.js', '**/*.mjs'],
		extends: [js.configs.recommended, tseslint.configs.recommended],
		languageOptions: {
			globals: {
				require: 'readonly',
				module: 'writable',
				process: 'readonly',
				__dirname: 'readonly',
			},
		},
	},
	{
		files: ['**/*.ts'],
		languageOptions: {
			parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
		},
		rules: {
			'no-undef': 'off', // TypeScript checks names itself.
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': 'error',
		},
	},
	{
		// Modules of Node, packages, an empty line, files of this repository.
		files: ['**/*.ts', '**/*.js', '**/*.mjs'],
		plugins: { perfectionist },
		rules: {
			'perfectionist/sort-imports': [
				'error',
				{
					type: 'unsorted',
					newlinesBetween: 0,
					groups: [
						'side-effect',
						['builtin', 'type-builtin'],
						['external', 'type-external'],
						{ newlinesBetween: 1 },
						'unknown',
					],
				},
			],
		},
	},
	{
		files: ['**/*.ts', '**/*.js', '**/*.mjs'],
		rules: {
			// A leading underscore says: here for its position, or to be left out of the rest.
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
			],
		},
	},
	{
		// CommonJS by design: these run before anything is built, or load what has been built.
		files: ['**/*.js', 'harness/engine/built-classes.ts'],
		rules: { '@typescript-eslint/no-require-imports': 'off' },
	},
	{
		// The strict set, for packages that may run on n8n Cloud; the set for self-hosted packages is a part of it.
		files: [...published, 'package.json'],
		plugins: communityPlugins,
		rules: {
			...communityRules,
			// It goes by names and takes the Encrypt Key, which signs and encrypts every push, for no secret.
			'@n8n/community-nodes/credential-unnecessary-password': 'off',
		},
	},
	{
		// The door to the bundled official client, in a file of its own that only this trigger loads: it hands
		// over n8n's HTTP agents, which n8n offers nowhere but in node:http and node:https.
		files: ['nodes/LarkLongConnectionTrigger/connection/wsClient.ts'],
		rules: { '@n8n/community-nodes/no-restricted-imports': 'off' },
	},
	{
		// The door to the bundled tokenizer of Markdown, which is loaded when Markdown is sent.
		files: ['nodes/shared/content/markdownTokens.ts'],
		rules: { '@n8n/community-nodes/no-restricted-imports': 'off' },
	},
	{
		// It stands between an agent and its model, and is no tool.
		files: ['nodes/LarkLiveAnswer/LarkLiveAnswer.node.ts'],
		rules: { '@n8n/community-nodes/node-usable-as-tool': 'off' },
	},
	{ files: published, rules: { 'no-console': 'error' } },
	{
		// No expression takes quadratic time on text that comes from outside.
		files: published,
		plugins: { regexp },
		rules: {
			'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
			'regexp/no-super-linear-move': ['error', { report: 'potential' }],
		},
	},
	room('Lark', ['trigger', 'push']),
	// Lark.node -> run, description -> actions -> fields, upload -> content, lark -> transport
	room('Lark/fields', ['actions', 'description', 'run', 'upload', 'methods', ...TRIGGER_ROOMS]),
	room('Lark/upload', ['actions', 'description', 'run', 'fields', 'methods', ...TRIGGER_ROOMS]),
	room('Lark/actions', ['description', 'run', 'methods', 'trigger', 'push']),
	room('Lark/description', ['run', 'upload', 'methods', ...TRIGGER_ROOMS]),
	room('Lark/run', ['upload', 'methods', ...TRIGGER_ROOMS]),
	room('Lark/methods', ['actions', 'description', 'run', 'upload', ...TRIGGER_ROOMS]),
	room('LarkTrigger', [], { ...NODES, regex: '/Lark(LongConnectionTrigger|LiveAnswer)?/' }),
	room('LarkLiveAnswer', ['trigger', 'push'], {
		...NODES,
		regex: '/Lark(LongConnectionTrigger|Trigger)?/',
	}),
	room('LarkLongConnectionTrigger', [], { ...NODES, regex: '/Lark(Trigger|LiveAnswer)?/' }),
	room('shared', [], NODES),
	room('shared/content', ['transport', 'lark', 'events', 'trigger', 'pickers'], NODES, RUNTIME),
	room(
		'shared/media',
		['transport', 'lark', 'content', 'events', 'trigger', 'pickers'],
		NODES,
		RUNTIME,
	),
	room(
		'shared/push',
		['transport', 'lark', 'content', 'media', 'events', 'trigger', 'pickers'],
		NODES,
		RUNTIME,
	),
	room(
		'shared/events',
		['transport', 'lark', 'content', 'media', 'trigger', 'pickers'],
		NODES,
		RUNTIME,
	),
	room('shared/transport', ['lark', 'content', 'pickers', ...TRIGGER_ROOMS], NODES),
	room('shared/lark', ['content', 'media', 'pickers', ...TRIGGER_ROOMS], NODES),
	room('shared/pickers', ['content', 'events', 'trigger'], NODES),
	room('shared/trigger', [], NODES),
	{
		files: ['package.json'],
		plugins: { 'n8n-nodes-base': nodesBase },
		languageOptions: {
			parser: tseslint.parser,
			parserOptions: { extraFileExtensions: ['.json'] },
		},
		rules: nodesBase.configs.community.rules,
	},
	{
		files: ['credentials/**/*.ts'],
		plugins: { 'n8n-nodes-base': nodesBase },
		rules: {
			...nodesBase.configs.credentials.rules,
			// For n8n's own nodes, whose documentation is found by a camel-cased slug. Ours is a URL,
			// which @n8n/community-nodes/credential-documentation-url checks.
			'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
		},
	},
	{
		files: ['nodes/**/*.ts'],
		plugins: { 'n8n-nodes-base': nodesBase },
		rules: {
			...nodesBase.configs.nodes.rules,
			// These two demand the string 'main', where @n8n/community-nodes/node-connection-type-literal
			// demands the constant NodeConnectionTypes.Main.
			'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
			'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
		},
	},
	sandboxWall('control', []),
	sandboxWall('api', ['control', 'events', 'delivery', 'socket']),
	sandboxWall('events', ['control', 'api', 'content']),
	sandboxWall('delivery', ['control', 'api', 'events', 'content']),
	sandboxWall('socket', ['control', 'api', 'events', 'delivery', 'content']),
	sandboxWall('content', ['control', 'api', 'events', 'delivery', 'socket']),
	sandboxWall('world', ['control', 'api', 'events', 'delivery', 'socket', 'content']),
	sandboxWall('contract', ['control', 'api', 'events', 'delivery', 'socket', 'content', 'world']),
);
