// Money, weight and dates in words. Amounts are whole fen and never become fractions.

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export function money(fen) {
    const yuan = Math.trunc(fen / 100);
    return '¥' + yuan + '.' + String(fen % 100).padStart(2, '0');
}

export function weight(grams, language) {
    return grams + (language === 'zh' ? ' 克' : ' g');
}

export function date(iso, language) {
    const [year, month, day] = iso.split('-').map(Number);
    return language === 'zh'
        ? year + '年' + month + '月' + day + '日'
        : day + ' ' + MONTHS[month - 1] + ' ' + year;
}

/** The day as it is printed on a small card: 2027.3.1 or 1 Mar 2027. */
export function shortDate(iso, language) {
    return language === 'zh' ? iso.split('-').map(Number).join('.') : date(iso, language);
}

/** A minute of the counter's own clock: 11月28日 15:21 or 28 Nov 15:21. */
export function moment(iso, language) {
    const [day, time] = iso.split('T');
    const [, month, date] = day.split('-').map(Number);
    const words = language === 'zh' ? month + '月' + date + '日' : date + ' ' + MONTHS[month - 1];
    return words + ' ' + time.slice(0, 5);
}

/** A receipt code in groups of four, as people read a code aloud. */
export function code(text) {
    return text.includes('-') ? text : (text.match(/.{1,4}/g) ?? []).join(' ');
}

/** A county as a seal: the suffix falls away unless only one character would be left. */
export function seal(county, language) {
    return language === 'zh' && county.zh.length > 2 ? county.zh.slice(0, -1) : county[language];
}
