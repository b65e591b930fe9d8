package org.assistcounter.protocol.ask;

/** A wallet that shoppers pay with. */
public enum Wallet {
    WECHAT,
    ALIPAY
}
