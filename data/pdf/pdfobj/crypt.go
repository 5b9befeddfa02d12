package pdfobj

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"
	"fmt"

	"brujula/data/cells"
)

// crypt decrypts with the key that the empty user password opens: such files
// anyone may read, only printing or changing them asks for a password. A nil
// crypt leaves everything as it is. The algorithms are those of ISO 32000-2,
// 7.6.
type crypt struct {
	key    []byte
	method cryptMethod
}

type cryptMethod uint8

const (
	methodNone   cryptMethod = iota
	methodRC4                // V1, V2
	methodAES                // AESV2, 128 bit
	methodAES256             // AESV3
)

var passwordPad = []byte("\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08" +
	"\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A")

// newCrypt fails with cells.ErrEncrypted when the file needs a password or
// uses a method that is not known.
func (d *Document) newCrypt() (*crypt, error) {
	dict := d.Dict(d.trailer["Encrypt"])
	version, revision := d.Int(dict["V"]), d.Int(dict["R"])
	method, bits := d.cryptMethod(dict, version)
	if d.Name(dict["Filter"]) != "Standard" || method == methodNone {
		return nil, fmt.Errorf("encryption method %d: %w", version, cells.ErrEncrypted)
	}
	var key []byte
	if revision >= 5 {
		key = d.key256(dict, revision)
	} else {
		key = d.keyMD5(dict, revision, bits/8)
	}
	if key == nil {
		return nil, fmt.Errorf("password needed: %w", cells.ErrEncrypted)
	}
	return &crypt{key: key, method: method}, nil
}

func (d *Document) cryptMethod(dict Dict, version int) (method cryptMethod, bits int) {
	switch version {
	case 1:
		return methodRC4, 40
	case 2:
		if bits = d.Int(dict["Length"]); bits < 40 || bits > 128 {
			bits = 40
		}
		return methodRC4, bits
	case 4, 5:
	default:
		return methodNone, 0
	}
	filter := d.Dict(d.Dict(dict["CF"])[d.Name(dict["StmF"])])
	switch d.Name(filter["CFM"]) {
	case "V2":
		return methodRC4, 128
	case "AESV2":
		return methodAES, 128
	case "AESV3":
		return methodAES256, 256
	}
	return methodNone, 0
}

func (d *Document) bytesOf(o Object) []byte {
	s, _ := d.Resolve(o).(String)
	return []byte(s)
}

// keyMD5 is algorithm 2, checked by algorithms 4 and 5; nil when the empty
// password does not fit.
func (d *Document) keyMD5(dict Dict, revision, size int) []byte {
	var id []byte
	if ids := d.Array(d.trailer["ID"]); len(ids) > 0 {
		id = d.bytesOf(ids[0])
	}
	h := md5.New()
	h.Write(passwordPad)
	owner := d.bytesOf(dict["O"])
	h.Write(owner[:min(32, len(owner))])
	permissions, _ := Number(d.Resolve(dict["P"]))
	var p [4]byte
	binary.LittleEndian.PutUint32(p[:], uint32(int64(permissions)))
	h.Write(p[:])
	h.Write(id)
	if encrypted, ok := d.Resolve(dict["EncryptMetadata"]).(bool); ok && !encrypted && revision >= 4 {
		h.Write([]byte{0xff, 0xff, 0xff, 0xff})
	}
	key := h.Sum(nil)
	if revision < 3 {
		size = 5
	}
	if revision >= 3 {
		for range 50 {
			sum := md5.Sum(key[:size])
			key = sum[:]
		}
	}
	key = key[:size]
	if !userKeyFits(key, revision, id, d.bytesOf(dict["U"])) {
		return nil
	}
	return key
}

func userKeyFits(key []byte, revision int, id, user []byte) bool {
	if revision < 3 {
		return bytes.Equal(rc4Apply(key, passwordPad), user)
	}
	sum := md5.Sum(append(bytes.Clone(passwordPad), id...))
	text := rc4Apply(key, sum[:])
	for i := 1; i < 20; i++ {
		turned := make([]byte, len(key))
		for j := range key {
			turned[j] = key[j] ^ byte(i)
		}
		text = rc4Apply(turned, text)
	}
	return len(user) >= 16 && bytes.Equal(text, user[:16])
}

func rc4Apply(key, in []byte) []byte {
	out := make([]byte, len(in))
	if c, err := rc4.NewCipher(key); err == nil {
		c.XORKeyStream(out, in)
	}
	return out
}

// key256 is algorithm 2.A for the empty user password; nil when it does not
// fit.
func (d *Document) key256(dict Dict, revision int) []byte {
	user, wrapped := d.bytesOf(dict["U"]), d.bytesOf(dict["UE"])
	if len(user) < 48 || len(wrapped) < 32 {
		return nil
	}
	if !bytes.Equal(hash256(user[32:40], revision), user[:32]) {
		return nil
	}
	block, err := aes.NewCipher(hash256(user[40:48], revision))
	if err != nil {
		return nil
	}
	key := make([]byte, 32)
	cipher.NewCBCDecrypter(block, make([]byte, 16)).CryptBlocks(key, wrapped[:32])
	return key
}

// hash256 is algorithm 2.B for the empty password: plain SHA-256 in revision
// 5, at least 64 rounds of AES and SHA-2 from revision 6 on.
func hash256(salt []byte, revision int) []byte {
	sum := sha256.Sum256(salt)
	k := sum[:]
	if revision < 6 {
		return k
	}
	for round := 0; ; round++ {
		k1 := bytes.Repeat(k, 64)
		block, err := aes.NewCipher(k[:16])
		if err != nil {
			return nil
		}
		cipher.NewCBCEncrypter(block, k[16:32]).CryptBlocks(k1, k1)
		rest := 0
		for _, b := range k1[:16] {
			rest += int(b)
		}
		switch rest % 3 {
		case 0:
			s := sha256.Sum256(k1)
			k = s[:]
		case 1:
			s := sha512.Sum384(k1)
			k = s[:]
		default:
			s := sha512.Sum512(k1)
			k = s[:]
		}
		// The last byte grows no larger than 255, so this ends by round 287.
		if round >= 63 && int(k1[len(k1)-1]) <= round-31 {
			return k[:32]
		}
	}
}

// objectKey is algorithm 1: the key of one object.
func (c *crypt) objectKey(ref Ref) []byte {
	if c.method == methodAES256 {
		return c.key
	}
	h := md5.New()
	h.Write(c.key)
	h.Write([]byte{byte(ref.Num), byte(ref.Num >> 8), byte(ref.Num >> 16), byte(ref.Gen), byte(ref.Gen >> 8)})
	if c.method == methodAES {
		h.Write([]byte("sAlT"))
	}
	return h.Sum(nil)[:min(len(c.key)+5, 16)]
}

func (c *crypt) apply(ref Ref, data []byte) []byte {
	key := c.objectKey(ref)
	if c.method == methodRC4 {
		return rc4Apply(key, data)
	}
	block, err := aes.NewCipher(key)
	if err != nil || len(data) < 2*aes.BlockSize {
		return nil
	}
	body := data[aes.BlockSize : len(data)-len(data)%aes.BlockSize]
	out := make([]byte, len(body))
	cipher.NewCBCDecrypter(block, data[:aes.BlockSize]).CryptBlocks(out, body)
	if pad := int(out[len(out)-1]); pad >= 1 && pad <= aes.BlockSize {
		out = out[:len(out)-pad]
	}
	return out
}

func (c *crypt) text(ref Ref, data []byte) []byte {
	if c == nil || ref == (Ref{}) {
		return data
	}
	return c.apply(ref, data)
}

func (c *crypt) stream(s *Stream) []byte {
	if c == nil || s.ref == (Ref{}) || s.Dict["Type"] == Name("XRef") {
		return s.raw
	}
	return c.apply(s.ref, s.raw)
}
