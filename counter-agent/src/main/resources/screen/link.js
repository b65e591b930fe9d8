// The WebSocket to the agent: complete views come in, intents go out, a lost socket is reopened.

const RETRY_MILLIS = [300, 1000, 2000, 4000];

export function openLink(onFrame, onAway) {
    let socket;
    let failures = 0;

    function connect() {
        const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
        socket = new WebSocket(scheme + '//' + location.host + '/view');
        socket.onmessage = (message) => {
            failures = 0;
            onFrame(JSON.parse(message.data));
        };
        socket.onclose = () => {
            onAway();
            const wait = RETRY_MILLIS[Math.min(failures, RETRY_MILLIS.length - 1)];
            failures += 1;
            setTimeout(connect, wait);
        };
    }

    connect();
    return (intent) => {
        if (socket.readyState === WebSocket.OPEN) {
            socket.send(JSON.stringify(intent));
        }
    };
}
