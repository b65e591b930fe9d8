// The WebSocket to the agent: complete views come in, intents go out, a lost socket is reopened.

const RETRY_MILLIS = [300, 1000, 2000, 4000];
// The agent shows a view at once; a socket that shows none is as good as lost.
const FIRST_VIEW_MILLIS = 10_000;

export function openLink(onFrame, onAway) {
    let socket;
    let failures = 0;

    function connect() {
        const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
        const opened = new WebSocket(scheme + '//' + location.host + '/view');
        const silence = setTimeout(lost, FIRST_VIEW_MILLIS);
        socket = opened;
        opened.onmessage = (message) => {
            clearTimeout(silence);
            failures = 0;
            onFrame(JSON.parse(message.data));
        };
        opened.onclose = lost;

        // A socket that hangs may take long to say that it is closed; it is not waited for.
        function lost() {
            clearTimeout(silence);
            opened.onmessage = null;
            opened.onclose = null;
            opened.close();
            onAway();
            const wait = RETRY_MILLIS[Math.min(failures, RETRY_MILLIS.length - 1)];
            failures += 1;
            setTimeout(connect, wait);
        }
    }

    connect();
    return (intent) => {
        if (socket.readyState === WebSocket.OPEN) {
            socket.send(JSON.stringify(intent));
        }
    };
}
