package org.assistcounter.protocol.transparency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assistcounter.protocol.journal.Hash;

/** RFC 6962, section 2.1, as it is written there: by recursion over D[begin:end]. */
final class NaiveTree {
    private final List<byte[]> data = new ArrayList<>();

    /** MTH(D[begin:end]) by begin and end: the same tree is asked for thousands of times. */
    private final Map<List<Integer>, Hash> known = new HashMap<>();

    NaiveTree(int size) {
        for (int i = 0; i < size; i++) {
            data.add(("leaf " + i).getBytes(StandardCharsets.UTF_8));
        }
    }

    byte[] leaf(int index) {
        return data.get(index);
    }

    Hash root(int size) {
        return size == 0 ? sha256() : mth(0, size);
    }

    List<Hash> path(int index, int size) {
        return path(index, 0, size);
    }

    List<Hash> proof(int oldSize, int size) {
        return subproof(oldSize, 0, size, true);
    }

    private Hash mth(int begin, int end) {
        Hash before = known.get(List.of(begin, end));
        if (before != null) {
            return before;
        }
        int k = begin + split(end - begin);
        Hash hash =
                end - begin == 1
                        ? sha256(new byte[] {0}, data.get(begin))
                        : sha256(new byte[] {1}, mth(begin, k).bytes(), mth(k, end).bytes());
        known.put(List.of(begin, end), hash);
        return hash;
    }

    private List<Hash> path(int m, int begin, int end) {
        if (end - begin == 1) {
            return List.of();
        }
        int k = split(end - begin);
        return m < k
                ? with(path(m, begin, begin + k), mth(begin + k, end))
                : with(path(m - k, begin + k, end), mth(begin, begin + k));
    }

    private List<Hash> subproof(int m, int begin, int end, boolean complete) {
        if (m == end - begin) {
            return complete ? List.of() : List.of(mth(begin, end));
        }
        int k = split(end - begin);
        return m <= k
                ? with(subproof(m, begin, begin + k, complete), mth(begin + k, end))
                : with(subproof(m - k, begin + k, end, false), mth(begin, begin + k));
    }

    private static List<Hash> with(List<Hash> hashes, Hash last) {
        List<Hash> all = new ArrayList<>(hashes);
        all.add(last);
        return all;
    }

    private static int split(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }

    private static Hash sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return new Hash(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
