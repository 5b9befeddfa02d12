package storetest

import (
	"io/fs"
	"slices"
)

// handle is an open file of a Mem.
type handle struct {
	m      *Mem
	name   string
	file   *inode
	closed bool
}

// Name implements store.File.
func (h *handle) Name() string { return h.name }

// Write implements store.File; where a fault is due half is written.
func (h *handle) Write(p []byte) (int, error) {
	h.m.mu.Lock()
	defer h.m.mu.Unlock()
	if h.closed {
		return 0, fs.ErrClosed
	}
	wasAlive := !h.m.stopped
	if err := h.m.step(OpWrite, h.name); err != nil {
		half := len(p) / 2
		if !wasAlive {
			half = 0
		}
		h.file.now = append(slices.Clip(h.file.now), p[:half]...)
		return half, err
	}
	h.file.now = append(slices.Clip(h.file.now), p...)
	return len(p), nil
}

// Sync implements store.File.
func (h *handle) Sync() error {
	h.m.mu.Lock()
	defer h.m.mu.Unlock()
	if err := h.m.step(OpSync, h.name); err != nil {
		return err
	}
	h.file.durable = slices.Clone(h.file.now)
	return nil
}

// Truncate implements store.File.
func (h *handle) Truncate(size int64) error {
	h.m.mu.Lock()
	defer h.m.mu.Unlock()
	if err := h.m.step(OpTrunc, h.name); err != nil {
		return err
	}
	if int(size) < len(h.file.now) {
		h.file.now = slices.Clone(h.file.now[:size])
	}
	return nil
}

// Close implements store.File. It is no step: nothing depends on it.
func (h *handle) Close() error {
	h.m.mu.Lock()
	defer h.m.mu.Unlock()
	h.closed = true
	return nil
}
