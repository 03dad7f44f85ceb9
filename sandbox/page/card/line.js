import { el } from '../dom.js';
import { drawText } from './text.js';

/** @typedef {import('./card.js').CardContext} CardContext */

/** A line across the card. */
export const drawRule = () => el('hr');

/** @param {any} node @param {CardContext} context */
export const drawPlainText = (node, context) => el('div', {}, ...drawText(node, context));

/** Buttons and selects in a row, of JSON 1.0. @param {any} node @param {CardContext} context */
export const drawActions = ({ actions }, context) =>
	el('div', { className: 'row' }, ...context.elements(actions));

/** Small grey words with small images, of JSON 1.0. @param {any} node @param {CardContext} context */
export const drawNote = ({ elements }, context) =>
	el('div', { className: 'note' }, ...context.elements(elements));
