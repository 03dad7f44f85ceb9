import { el } from '../dom.js';
import { wordsOf } from './text.js';

/** @type {Record<string, [string, string]>} */
const WORDS = { zh_cn: ['确定', '取消'], ja_jp: ['確定', 'キャンセル'] };

/**
 * Asks what an element with `confirm` asks, in a dialog.
 *
 * @param {any} node
 * @param {string} language
 * @returns {Promise<boolean>} at once when nothing is asked
 */
export function confirmed({ confirm: question }, language) {
	if (!question) return Promise.resolve(true);
	const [yes, no] = WORDS[language] ?? ['Confirm', 'Cancel'];
	const dialog = el(
		'dialog',
		{ className: 'card-confirm', ariaLabel: wordsOf(question.title) },
		el(
			'form',
			{ method: 'dialog' },
			el('h2', {}, wordsOf(question.title)),
			el('p', {}, wordsOf(question.text)),
			el(
				'div',
				{ className: 'row' },
				el('button', { value: 'no', autofocus: true }, no),
				el('button', { value: 'yes', className: 'primary' }, yes),
			),
		),
	);
	document.body.append(dialog);
	dialog.showModal();
	return new Promise((resolve) => {
		dialog.addEventListener('close', () => {
			dialog.remove();
			resolve(dialog.returnValue === 'yes');
		});
	});
}
